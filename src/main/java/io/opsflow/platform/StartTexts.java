package io.opsflow.platform;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts that are needed when there is no application context yet, or none any more. */
final class StartTexts {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private StartTexts() {}

    static String get(Locale locale, String key, Object... arguments) {
        String bundle = "i18n/" + key.substring(0, key.indexOf('.'));
        String pattern = ResourceBundle.getBundle(bundle, locale, NO_FALLBACK).getString(key);
        // Numbers are ports and process ids: no thousands separators.
        Object[] texts = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return new MessageFormat(pattern, locale).format(texts);
    }

    /** The text in English and, on a line of its own, in Chinese. */
    static String both(String key, Object... arguments) {
        return get(Locale.ENGLISH, key, arguments)
                + System.lineSeparator()
                + get(Locale.SIMPLIFIED_CHINESE, key, arguments);
    }
}
