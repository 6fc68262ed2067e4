package io.opsflow.design;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to, by the names that also stand in the page's address. */
public record Filters(Map<String, String> values) {

    public Filters {
        values = Map.copyOf(values);
    }

    /** The value of a filter, or null when it is not set. */
    public @Nullable String get(String name) {
        return values.get(name);
    }

    /** The filters that are set. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Whether nothing is narrowed. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
