package io.opsflow.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;

/** Ways from page to page. */
public final class Go {

    private Go() {}

    /** Opens a page of the product: path and query without a leading slash. */
    public static void to(String pathAndQuery) {
        Location location = new Location(pathAndQuery);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Leaves the screens for something else on this server: a path without a leading slash. */
    public static void out(String path) {
        UI.getCurrent().getPage().setLocation(path);
    }
}
