package io.opsflow.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;

/** The addresses of the audit pages. */
final class AuditRoutes {

    static final String LIST = "audit";
    static final String ENTRY = "audit/entries/:id";

    private AuditRoutes() {}

    static String one(long id) {
        return LIST + "/entries/" + id;
    }

    /** The list, narrowed by one filter. */
    static String narrowed(String filter, String value) {
        return LIST + "?" + QueryParameters.simple(Map.of(filter, value)).getQueryString();
    }

    /** The page of the object with this key, whatever it is. */
    static String object(String key) {
        return "o/" + key;
    }
}
