package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One field that has become different.
 *
 * @param field  its name in the API
 * @param before what it was; null when it was empty
 * @param after  what it is; null when it is empty
 * @param was    what people call what it was; absent where the value says it
 * @param is     what people call what it is; absent where the value says it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(
        String field,
        @JsonInclude @Nullable Object before,
        @JsonInclude @Nullable Object after,
        @Nullable String was,
        @Nullable String is) {

    FieldChange(String field, @Nullable Object before, @Nullable Object after) {
        this(field, before, after, null, null);
    }

    /** The same with the names of what it refers to, by number. */
    FieldChange named(Map<Long, String> names) {
        return new FieldChange(field, before, after, name(before, names), name(after, names));
    }

    private static @Nullable String name(@Nullable Object value, Map<Long, String> names) {
        return value instanceof Number number ? names.get(number.longValue()) : null;
    }
}
