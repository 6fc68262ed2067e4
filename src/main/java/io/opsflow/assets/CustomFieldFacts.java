package io.opsflow.assets;

import io.opsflow.kernel.FieldError;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that an administrator gives to servers.
 *
 * @param name     its name in the API and in files: small letters, digits and underscores
 * @param label    what people read; the name when it is not said
 * @param kind     what it can hold
 * @param required whether it must not be empty
 * @param choices  what can be chosen, where the kind is a choice
 */
public record CustomFieldFacts(
        @NotBlank @Size(max = 50) String name,
        @NotBlank @Size(max = 100) String label,
        @NotNull FieldKind kind,
        boolean required,
        List<String> choices) {

    static final int VALUE = 490;
    private static final String NAME = "[a-z][a-z0-9_]*";

    /** What is checked is what is stored: blanks at the ends count for nothing. */
    @SuppressWarnings("NullAway") // what a call leaves out is refused by the constraints
    public CustomFieldFacts {
        name = Names.text(name);
        label = Names.text(label) == null ? name : Names.text(label);
        choices = choices == null
                ? List.of()
                : List.copyOf(new LinkedHashSet<>(choices.stream()
                        .map(Names::text)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /** What the constraints do not see. */
    List<FieldError> errors() {
        if (name != null && !name.matches(NAME)) {
            return List.of(new FieldError("name", "field-name", List.of()));
        }
        boolean fits = kind != FieldKind.CHOICE || !choices.isEmpty();
        return fits ? List.of() : List.of(new FieldError("choices", "required", List.of()));
    }

    /** Why a value cannot be kept; null when it can. */
    @Nullable
    FieldError objection(Object value) {
        String field = "custom." + name;
        String text = value.toString().strip();
        if (text.length() > VALUE) {
            return new FieldError(field, "text-too-long", List.of(VALUE));
        }
        return switch (kind) {
            case TEXT -> value instanceof String ? null : new FieldError(field, "wrong-type", List.of());
            case NUMBER -> isNumber(text) ? null : new FieldError(field, "number-unreadable", List.of());
            case DATE -> isDate(text) ? null : new FieldError(field, "date-unreadable", List.of());
            case FLAG ->
                text.equals("true") || text.equals("false")
                        ? null
                        : new FieldError(field, "unknown-value", List.of("true, false"));
            case CHOICE ->
                choices.contains(text)
                        ? null
                        : new FieldError(field, "unknown-value", List.of(String.join(", ", choices)));
        };
    }

    /** A value as it is kept: with the letter of its kind, so that it can be read without this field. */
    String stored(Object value) {
        String text = value.toString().strip();
        BigDecimal number = kind == FieldKind.NUMBER ? Names.number(new BigDecimal(text)) : null;
        return switch (kind) {
            case NUMBER -> "n:" + (number == null ? text : number.toPlainString());
            case FLAG -> "f:" + text;
            case TEXT, DATE, CHOICE -> "t:" + text;
        };
    }

    /** A kept value as the API tells it. */
    static Object typed(String stored) {
        String text = stored.substring(2);
        return switch (stored.charAt(0)) {
            case 'n' -> new BigDecimal(text);
            case 'f' -> text.equals("true");
            default -> text;
        };
    }

    /** How a value may be kept, whatever the field's kind. */
    static List<String> storedForms(String text) {
        return List.of("t:" + text, "n:" + text, "f:" + text);
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,9})?");
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() < 10_000;
        } catch (DateTimeException unfit) {
            return false;
        }
    }
}
