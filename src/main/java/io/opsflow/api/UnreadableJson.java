package io.opsflow.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.opsflow.kernel.FieldError;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.ClassUtils;

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
                : List.of(new FieldError(field, wrongType(wanted), List.of()));
    }

    /** The sentence that says what belongs there. */
    static String wrongType(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "wrong-type";
        }
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(wanted);
        if (type == Integer.class || type == Long.class) {
            return "not-a-number";
        }
        if (type == Boolean.class) {
            return "not-true-or-false";
        }
        if (type == String.class) {
            return "not-a-text";
        }
        if (type == Instant.class) {
            return "not-a-moment";
        }
        return Collection.class.isAssignableFrom(type) ? "not-a-list" : "wrong-type";
    }

    /** Whether it is JSON, and only something else than an object. */
    static boolean isNoObject(HttpMessageNotReadableException error) {
        return error.getCause() instanceof MismatchedInputException mismatch
                && mismatch.getPath().isEmpty()
                && !(mismatch.getCause() instanceof StreamReadException)
                && mismatch.getLocation() != null;
    }

    /** Whether it is longer, or deeper, than anything that is read. */
    static boolean isTooLarge(HttpMessageNotReadableException error) {
        return error.contains(StreamConstraintsException.class);
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
