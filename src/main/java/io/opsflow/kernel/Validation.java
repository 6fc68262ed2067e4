package io.opsflow.kernel;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks a command against the constraints that its record declares, the same way for every way in. */
@Component
public class Validation {

    /** The pattern of texts that may be absent and not blank. */
    private static final String NOT_BLANK = "(?s).*\\S.*";

    private final Validator validator;

    Validation(Validator validator) {
        this.validator = validator;
    }

    /**
     * The command, if nothing is wrong with it.
     *
     * @throws InvalidInput with one error for each refused field
     */
    public <T> T checked(T command) {
        List<FieldError> errors = errors(command);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return command;
    }

    /** What is wrong with a command, if anything; for those who tell it about one of many. */
    public List<FieldError> errors(Object command) {
        List<FieldError> errors = new ArrayList<>(validator.validate(command).stream()
                .map(Validation::error)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .toList());
        errors.addAll(unreadable(command));
        return errors;
    }

    /** What no constraint of Jakarta Validation sees: texts that cannot be stored, and texts that nobody can read. */
    private static List<FieldError> unreadable(Object command) {
        List<FieldError> errors = new ArrayList<>();
        if (command.getClass().isRecord()) {
            for (RecordComponent component : command.getClass().getRecordComponents()) {
                String field = snakeCase(component.getName());
                if (value(command, component) instanceof String text && !text.isBlank()) {
                    if (!isStorable(text)) {
                        errors.add(new FieldError(field, "text-characters", List.of()));
                    } else if (isEmpty(text) && component.getAccessor().isAnnotationPresent(NotBlank.class)) {
                        errors.add(new FieldError(field, "required", List.of()));
                    }
                }
            }
        }
        return errors;
    }

    /** Whether a text shows nothing: blanks of every width, and characters without any. */
    public static boolean isEmpty(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL);
    }

    /** Whether every character is one: JSON can spell nulls and half characters, but not every database keeps them. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static @Nullable Object value(Object command, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // a command may be its module's own
            return accessor.invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The error that stands for a violated constraint of Jakarta Validation. */
    public static FieldError error(ConstraintViolation<?> violation) {
        Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String field = snakeCase(violation.getPropertyPath().toString());
        return switch (constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> new FieldError(field, "required", List.of());
            case "Pattern" ->
                new FieldError(field, NOT_BLANK.equals(attributes.get("regexp")) ? "required" : "invalid", List.of());
            case "Size" -> size(field, number(attributes, "min"), number(attributes, "max"));
            case "Range" ->
                new FieldError(
                        field, "number-out-of-range", List.of(number(attributes, "min"), number(attributes, "max")));
            case "Digits" -> new FieldError(field, "number-digits", List.of(number(attributes, "fraction")));
            default -> new FieldError(field, "invalid", List.of());
        };
    }

    /** A Java property's name as the API spells it: {@code taskType} becomes {@code task_type}. */
    public static String snakeCase(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static int number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).intValue();
    }

    private static FieldError size(String field, int min, int max) {
        return min > 0
                ? new FieldError(field, "text-length", List.of(min, max))
                : new FieldError(field, "text-too-long", List.of(max));
    }
}
