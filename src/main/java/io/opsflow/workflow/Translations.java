package io.opsflow.workflow;

import io.opsflow.kernel.Texts;
import java.util.Locale;

/** Where a model keeps its second language: a property {@code name.zh_CN} stands beside the English {@code name}. */
final class Translations {

    /** What the name of a property with a Chinese text ends with. */
    static final String CHINESE = ".zh_CN";

    private Translations() {}

    /** Whether a reader of this language gets the second language. */
    static boolean chinese(Locale locale) {
        return Texts.language(locale).equals(Locale.SIMPLIFIED_CHINESE);
    }
}
