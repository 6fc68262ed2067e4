package io.opsflow.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * OpsFlow cannot start, for a reason that whoever runs it can remove. The reason is said in both languages instead of a
 * stack trace, and the exit code is not 0.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    /**
     * @param key       of the sentence, in the bundle {@code i18n/<what stands before the first dot>}
     * @param arguments what the sentence names; never a secret
     */
    public StartRefused(String key, Object... arguments) {
        super(key + " " + Arrays.toString(arguments));
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** The message key of the sentence. */
    public String key() {
        return key;
    }

    /** What the sentence names. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The sentence for people. */
    public String sentence(Locale locale) {
        return StartTexts.get(locale, key, arguments.toArray());
    }
}
