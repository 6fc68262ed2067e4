package io.opsflow.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody else changed an object after it was read. Nothing was overwritten; both states are told. */
public final class StaleVersion extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "stale-version";

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> current;
    private final transient Map<String, Object> sent;

    /**
     * @param name    what people call the object
     * @param current what it is now, by the names of the API
     * @param sent    what it would have become
     */
    public StaleVersion(String name, Map<String, Object> current, Map<String, Object> sent) {
        super(CODE, name);
        this.current = Collections.unmodifiableMap(new LinkedHashMap<>(current));
        this.sent = Collections.unmodifiableMap(new LinkedHashMap<>(sent));
    }

    /** What the object is now. */
    public Map<String, Object> current() {
        return current;
    }

    /** What it would have become. */
    public Map<String, Object> sent() {
        return sent;
    }
}
