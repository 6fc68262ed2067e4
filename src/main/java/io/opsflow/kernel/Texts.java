package io.opsflow.kernel;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sentences in the reader's language, from the message bundles of all modules. */
@Component
public class Texts {

    /** The languages that the product speaks; the first one is used when somebody asks for another. */
    public static final Locale[] LANGUAGES = {Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH};

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * The text of a key.
     *
     * @throws org.springframework.context.NoSuchMessageException no bundle has the key
     */
    public String get(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
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
        return messages.getMessage("field." + field, null, field, locale) + "";
    }

    /** Arguments that are keys themselves ({@code @tickets.status.closed}) are translated before they fill a place. */
    private Object[] localized(Locale locale, Object[] args) {
        return Arrays.stream(args)
                .map(arg -> arg instanceof String key && key.startsWith("@") ? get(locale, key.substring(1)) : arg)
                .toArray();
    }
}
