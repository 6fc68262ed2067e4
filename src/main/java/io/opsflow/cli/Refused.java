package io.opsflow.cli;

import io.opsflow.platform.StartRefused;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A command cannot be done, and there is a sentence that says why. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String code;
    private final transient Function<Words, String> sentence;
    private final transient List<Map<String, String>> fields;

    Refused(Exit exit, String code, Function<Words, String> sentence, List<Map<String, String>> fields) {
        super(code);
        this.exit = exit;
        this.code = code;
        this.sentence = sentence;
        this.fields = List.copyOf(fields);
    }

    /** For a reason of the command line's own. */
    Refused(Exit exit, String key, Object... arguments) {
        this(exit, key.substring(key.indexOf('.') + 1), words -> words.t(key, arguments), List.of());
    }

    /** What the settings, the data folder or the database do not let the program do. */
    static Refused of(StartRefused refused) {
        return switch (refused.key()) {
            case "platform.data-in-use" ->
                new Refused(
                        Exit.UNAVAILABLE, "cli.data-in-use", refused.arguments().toArray());
            case "platform.data-in-use-by" ->
                new Refused(
                        Exit.UNAVAILABLE,
                        "cli.data-in-use-by",
                        refused.arguments().toArray());
            default ->
                new Refused(
                        Exit.UNAVAILABLE,
                        refused.key().substring(refused.key().indexOf('.') + 1),
                        words -> refused.sentence(words.locale()),
                        List.of());
        };
    }

    Exit exit() {
        return exit;
    }

    /** The reason's name in JSON. */
    String code() {
        return code;
    }

    String sentence(Words words) {
        return sentence.apply(words);
    }

    /** Which fields are wrong, and why. */
    List<Map<String, String>> fields() {
        return fields;
    }
}
