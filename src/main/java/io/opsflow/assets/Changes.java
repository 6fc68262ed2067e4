package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changes on an object.
 *
 * @param fields  the new values by the names of the API; null empties a field, what is absent stays
 * @param version the version that was read; when given, an object that has changed since is not overwritten
 * @param why     why, for the change log
 */
public record Changes(Map<String, @Nullable Object> fields, @Nullable Integer version, Why why) {

    public Changes {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * The body of a PATCH: fields, {@code version}, {@code reason} and {@code ticket}.
     *
     * @throws InvalidInput one of the latter is of the wrong kind
     */
    public static Changes of(Map<String, @Nullable Object> body) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(body);
        Object version = fields.remove("version");
        if (version != null && !(version instanceof Integer)) {
            throw new InvalidInput("version", "wrong-type");
        }
        Why why = new Why(text("reason", fields.remove("reason")), text("ticket", fields.remove("ticket")));
        return new Changes(fields, (Integer) version, why);
    }

    private static @Nullable String text(String field, @Nullable Object value) {
        if (value != null && !(value instanceof String)) {
            throw new InvalidInput(field, "wrong-type");
        }
        return (String) value;
    }
}
