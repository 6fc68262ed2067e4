package io.opsflow.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.opsflow.kernel.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** What is wrong with a body that could not be read, in the words of its fields. */
final class UnreadableJson {

    private UnreadableJson() {}

    /** The field that cannot be read; none when it is the text as a whole. */
    static List<FieldError> errors(HttpMessageNotReadableException error) {
        if (!(error.getCause() instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()
                || mapping.getCause() instanceof StreamReadException) {
            return List.of();
        }
        String field = field(mapping);
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            List<String> known = Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
            return List.of(new FieldError(field, "unknown-field", List.of(field, known)));
        }
        Class<?> wanted = wanted(mapping);
        return wanted != null && wanted.isEnum()
                ? List.of(new FieldError(field, "unknown-value", List.of(values(wanted))))
                : List.of(new FieldError(field, "wrong-type", List.of()));
    }

    /** Where the text stops being JSON; none when there is no text. */
    static Optional<JsonLocation> place(HttpMessageNotReadableException error) {
        return error.getCause() instanceof JsonProcessingException json
                ? Optional.ofNullable(json.getLocation())
                : Optional.empty();
    }

    /** The values of an enum as the API spells them. */
    static List<String> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static @Nullable Class<?> wanted(JsonMappingException error) {
        if (error instanceof ValueInstantiationException creator) {
            return creator.getType().getRawClass();
        }
        if (error instanceof InvalidFormatException format) {
            return format.getTargetType();
        }
        return error instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    }

    private static String field(JsonMappingException error) {
        return error.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
