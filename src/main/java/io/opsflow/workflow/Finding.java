package io.opsflow.workflow;

import io.opsflow.kernel.Texts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in a diagram, a form or a decision that OpsFlow cannot accept, and how to put it right.
 *
 * @param file    the file's name
 * @param element the id of the element or the key of the field; empty when it is about the file as a whole
 * @param code    what is wrong; its sentence has the key {@code model.<code>}
 * @param args    what fills the places of the sentence, in order
 */
public record Finding(String file, String element, String code, List<Object> args) {

    /** What a reader stumbled over; the line is the first argument. */
    private static final Set<String> BROKEN = Set.of("not-xml", "not-bpmn", "not-dmn", "form-not-json");

    private static final int LONGEST_WORD = 300;

    public Finding {
        args = List.copyOf(args);
    }

    static Finding of(String file, String element, String code, Object... args) {
        return new Finding(
                file,
                shortened(element),
                code,
                Arrays.stream(args)
                        .map(arg -> arg instanceof String word ? shortened(word) : arg)
                        .toList());
    }

    /** What somebody wrote into a model may be longer than anybody reads in a sentence. */
    private static String shortened(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "…" : word;
    }

    /** The finding as a sentence that names file, element and remedy. */
    public String sentence(Texts texts, Locale locale) {
        String what = texts.get(locale, "model." + code, args.toArray());
        return element.isEmpty()
                ? texts.get(locale, "model.in-file", file, what)
                : texts.get(locale, "model.in-element", file, element, what);
    }

    /** The line of the file where the element begins, or where reading ended; 0 for the file as a whole. */
    int line(Map<String, byte[]> unit) {
        if (BROKEN.contains(code) && args.get(0) instanceof Integer line) {
            return line;
        }
        byte[] content = unit.get(file);
        if (element.isEmpty() || content == null) {
            return 0;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        Matcher id = Pattern.compile("\"?\\b(?:id|key)\"?\\s*[=:]\\s*[\"']" + Pattern.quote(element) + "[\"']")
                .matcher(text);
        return id.find()
                ? 1
                        + (int) text.substring(0, id.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                : 0;
    }
}
