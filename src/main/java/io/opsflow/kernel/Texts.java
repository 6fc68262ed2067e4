package io.opsflow.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences in the reader's language, from the message bundles of all modules. */
@Component
public class Texts {

    /** The languages that the product speaks. */
    public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** The language of the product that serves a reader of the given one best: Chinese for any Chinese, else English. */
    public static Locale language(Locale wanted) {
        return wanted.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /**
     * The text of a key.
     *
     * @throws org.springframework.context.NoSuchMessageException no bundle has the key
     */
    public String get(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, language(locale));
    }

    /** The sentence of an error; for refused fields, all their sentences. */
    public String of(Locale locale, DomainError error) {
        if (error instanceof InvalidInput invalid) {
            return String.join(
                    " ",
                    invalid.errors().stream().map(field -> of(locale, field)).toList());
        }
        return get(locale, "error." + error.code(), localized(locale, error.args()));
    }

    /** The sentence of one refused field; its place {0} is the field's name. */
    public String of(Locale locale, FieldError error) {
        Object[] args = new Object[error.args().size() + 1];
        args[0] = field(locale, error.field());
        Object[] rest = localized(locale, error.args().toArray());
        System.arraycopy(rest, 0, args, 1, rest.length);
        return get(locale, "error." + error.code(), args);
    }

    private String field(Locale locale, String field) {
        return textOr("field." + field, field, locale);
    }

    private Object[] localized(Locale locale, Object[] args) {
        return Arrays.stream(args).map(arg -> localized(locale, arg)).toArray();
    }

    /**
     * Arguments that are keys themselves ({@code @tickets.status.closed}) are translated before they fill a place; what
     * has no translation stands for itself. Lists become enumerations.
     */
    private Object localized(Locale locale, Object arg) {
        if (arg instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> localized(locale, one).toString())
                    .collect(Collectors.joining(language(locale).equals(Locale.ENGLISH) ? ", " : "、"));
        }
        if (arg instanceof String key && key.startsWith("@")) {
            String own = key.substring(key.lastIndexOf('.') + 1);
            return textOr(key.substring(1), own, locale);
        }
        return arg;
    }

    /** The text of a key, or else the words themselves: they are a caller's, and no pattern to be filled. */
    private String textOr(String key, String words, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, null, language(locale)), words);
    }
}
