package io.opsflow.assets;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Facts as fields with the names of the API. What the API, files, bulk changes and the change log say of an object is one
 * thing: its fields.
 */
@Component
public class FactFields {

    private static final Pattern BETWEEN = Pattern.compile("[,;，；、\\r\\n]+");

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final ObjectMapper json;

    FactFields(ObjectMapper json) {
        this.json = json;
    }

    /** Several texts that stand in one, with commas, semicolons or ends of lines between them, as Chinese writes these too. */
    public static List<String> words(String text) {
        return BETWEEN.splitAsStream(text)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Every field with its value as plain text, number, flag, list or map. */
    public Map<String, @Nullable Object> of(Object facts) {
        return json.convertValue(facts, FIELDS);
    }

    /** The facts with some fields replaced. */
    <F> Reading<F> with(F facts, Map<String, ? extends @Nullable Object> changes, Class<F> type) {
        Map<String, @Nullable Object> all = of(facts);
        all.putAll(changes);
        return read(all, type);
    }

    /**
     * The facts that fields tell.
     *
     * @throws InvalidInput a field is unknown, or its value of the wrong kind
     */
    public <F> F facts(Map<String, ? extends @Nullable Object> fields, Class<F> type) {
        return read(fields, type).orThrow();
    }

    /** The facts that fields tell, or what is wrong with one of them. */
    <F> Reading<F> read(Map<String, ? extends @Nullable Object> fields, Class<F> type) {
        try {
            return new Reading<>(json.convertValue(fields, type), null);
        } catch (IllegalArgumentException unfit) {
            return new Reading<>(null, error(unfit));
        }
    }

    /** The fields that differ. */
    List<FieldChange> difference(Object before, Object after) {
        Map<String, @Nullable Object> old = of(before);
        Map<String, @Nullable Object> now = of(after);
        return now.keySet().stream()
                .filter(field -> !Objects.equals(old.get(field), now.get(field)))
                .map(field -> new FieldChange(field, old.get(field), now.get(field)))
                .toList();
    }

    private static FieldError error(IllegalArgumentException unfit) {
        if (!(unfit.getCause() instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return new FieldError("body", "wrong-type", List.of());
        }
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            return new FieldError(
                    field,
                    "unknown-field",
                    List.of(
                            field,
                            Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
                                    .map(Object::toString)
                                    .sorted()
                                    .toList()));
        }
        return mapping.getCause() instanceof InvalidInput invalid
                ? new FieldError(field, "unknown-value", invalid.errors().get(0).args())
                : new FieldError(field, "wrong-type", List.of());
    }

    /**
     * What was read.
     *
     * @param facts null when something is wrong
     * @param error what is wrong, if anything
     */
    record Reading<F>(@Nullable F facts, @Nullable FieldError error) {

        F orThrow() {
            if (error != null) {
                throw new InvalidInput(List.of(error));
            }
            return Objects.requireNonNull(facts);
        }
    }
}
