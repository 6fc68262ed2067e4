package io.opsflow.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled into a task's form.
 *
 * @param values by field key; fields that were left empty are absent
 */
public record Answers(Map<String, Object> values) {

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Answers none() {
        return new Answers(Map.of());
    }

    /** These answers and one more; nothing is added where the value is null. */
    public Answers and(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Answers(more);
    }

    /** A field's text; null where it was left empty. */
    public @Nullable String text(String field) {
        Object value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** A field's yes or no; null where it was left empty. */
    public @Nullable Boolean flag(String field) {
        Object value = values.get(field);
        return value == null ? null : Boolean.valueOf(value.toString());
    }
}
