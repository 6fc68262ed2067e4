package io.opsflow.workflow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form, as far as the server must know it.
 *
 * @param id           the component's id in the form
 * @param key          the name of its answer; empty for a text that asks for nothing
 * @param type         what it looks like and holds
 * @param subtype      of a date: {@code date}, {@code time} or {@code datetime}; else empty
 * @param label        its English name for people
 * @param properties   its custom properties: translations, {@code people}, {@code requiredWhen} and {@code all}
 * @param options      what can be chosen, in order
 * @param required     whether it must be answered
 * @param locked       whether it only shows something: read-only or disabled
 * @param limits       what an answer must keep to
 */
record FormField(
        String id,
        String key,
        Type type,
        String subtype,
        String label,
        Map<String, String> properties,
        List<Option> options,
        boolean required,
        boolean locked,
        Limits limits) {

    /** The kinds of field that forms may use. */
    enum Type {
        TEXT,
        TEXTFIELD,
        TEXTAREA,
        NUMBER,
        CHECKBOX,
        RADIO,
        SELECT,
        CHECKLIST,
        TAGLIST,
        DATETIME;

        static Optional<Type> of(String code) {
            for (Type type : values()) {
                if (type.code().equals(code)) {
                    return Optional.of(type);
                }
            }
            return Optional.empty();
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean hasOptions() {
            return this == RADIO || this == SELECT || isList();
        }

        boolean isList() {
            return this == CHECKLIST || this == TAGLIST;
        }
    }

    /**
     * Something that can be chosen.
     *
     * @param value what is sent
     * @param label what people read, in English
     */
    record Option(String value, String label) {}

    /**
     * What an answer must keep to.
     *
     * @param minLength   of a text
     * @param maxLength   of a text
     * @param format      of a text: {@code email}, {@code phone} or nothing
     * @param pattern     of a text
     * @param patternText the form's own English sentence for a text that does not match
     * @param min         of a number
     * @param max         of a number
     * @param decimals    how many decimal places a number may have
     * @param asText      whether the form sends a number as text
     */
    record Limits(
            int minLength,
            int maxLength,
            String format,
            @Nullable BoundedPattern pattern,
            String patternText,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer decimals,
            boolean asText) {}

    /**
     * The answer of another field that makes this one required.
     *
     * @param field the other field's key
     * @param value its answer
     */
    record When(String field, String value) {

        static Optional<When> of(String text) {
            int equals = text.indexOf('=');
            return equals <= 0 || equals == text.length() - 1
                    ? Optional.empty()
                    : Optional.of(new When(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip()));
        }
    }

    /** Whether it asks for anything at all. */
    boolean isAsked() {
        return type != Type.TEXT;
    }

    /** The role whose active people can be chosen. */
    Optional<String> people() {
        return Optional.ofNullable(properties.get("people"));
    }

    /** Whether all of its options must be chosen. */
    boolean isAll() {
        return type.isList() && "true".equals(properties.get("all"));
    }

    Optional<When> requiredWhen() {
        return Optional.ofNullable(properties.get("requiredWhen")).flatMap(When::of);
    }

    /** Whether its answer is yes or no: a checkbox, or a choice between exactly these two. */
    boolean isFlag() {
        if (type != Type.RADIO && type != Type.SELECT) {
            return type == Type.CHECKBOX;
        }
        return options.stream().map(Option::value).collect(Collectors.toSet()).equals(Set.of("true", "false"));
    }

    /** Whether its answer is a moment: a date with its time. */
    boolean isInstant() {
        return type == Type.DATETIME && subtype.equals("datetime");
    }

    /** The kind of variable that its answer can become; none for a text without an answer and for lists. */
    Optional<ProcessVariable.Kind> kind() {
        if (!isAsked() || type.isList()) {
            return Optional.empty();
        }
        if (isFlag()) {
            return Optional.of(ProcessVariable.Kind.FLAG);
        }
        if (type == Type.NUMBER) {
            return Optional.of(ProcessVariable.Kind.NUMBER);
        }
        return Optional.of(isInstant() ? ProcessVariable.Kind.INSTANT : ProcessVariable.Kind.TEXT);
    }

    /** Its name for a reader of this language; the key when it has none. */
    String label(Locale locale) {
        String text =
                Translations.chinese(locale) ? properties.getOrDefault("label" + Translations.CHINESE, label) : label;
        return text.isBlank() ? key : text;
    }

    /** The form's own sentence for a text that does not match the pattern; empty when it has none. */
    String patternText(Locale locale) {
        return Translations.chinese(locale)
                ? properties.getOrDefault("validate.patternErrorMessage" + Translations.CHINESE, limits.patternText())
                : limits.patternText();
    }
}
