package io.opsflow.cli;

import io.opsflow.kernel.Texts;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says in one of the two languages; it speaks before there is a context that could be asked.
 *
 * @param locale one of {@link Texts#LANGUAGES}
 */
record Words(Locale locale) {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final String OPTION = "--lang";

    /**
     * The language that somebody wants: asked for on the command line, or else that of the terminal.
     *
     * @param environment finds a variable of the environment
     */
    static Words of(String[] arguments, Function<String, @Nullable String> environment) {
        @Nullable String asked = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                asked = arguments[i].substring(OPTION.length() + 1);
            } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                asked = arguments[i + 1];
            }
        }
        if (asked == null) {
            asked = Stream.of("OPSFLOW_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                    .map(environment)
                    .filter(value -> value != null && !value.isBlank())
                    .findFirst()
                    .orElse("en");
        }
        return new Words(Texts.language(
                Locale.forLanguageTag(asked.replaceFirst("[.@].*", "").replace('_', '-'))));
    }

    /** The sentence with its places filled. Numbers are ids and sizes: they stay as they are. */
    String t(String key, Object... arguments) {
        Object[] texts = Arrays.stream(arguments).map(Object::toString).toArray();
        return new MessageFormat(bundle("cli").getString(key), locale).format(texts);
    }

    /** What picocli shows as help. */
    ResourceBundle help() {
        return bundle("cli-help");
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("i18n/" + name, locale, NO_FALLBACK);
    }
}
