package io.opsflow.workflow;

import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.Locale;

/**
 * Something in a diagram or a form that OpsFlow cannot accept, and how to put it right.
 *
 * @param file    the file's name
 * @param element the id of the element or the key of the field; empty when it is about the file as a whole
 * @param code    what is wrong; its sentence has the key {@code model.<code>}
 * @param args    what fills the places of the sentence, in order
 */
public record Finding(String file, String element, String code, List<Object> args) {

    public Finding {
        args = List.copyOf(args);
    }

    static Finding of(String file, String element, String code, Object... args) {
        return new Finding(file, element, code, List.of(args));
    }

    /** The finding as a sentence that names file, element and remedy. */
    public String sentence(Texts texts, Locale locale) {
        String what = texts.get(locale, "model." + code, args.toArray());
        return element.isEmpty()
                ? texts.get(locale, "model.in-file", file, what)
                : texts.get(locale, "model.in-element", file, element, what);
    }
}
