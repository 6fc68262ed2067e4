package io.opsflow.cli;

import io.opsflow.platform.StartRefused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one of the doctor's questions was answered.
 *
 * @param check what was looked at
 * @param level how bad it is
 * @param key   of the sentence; for what is not in order, the way out has the same key with {@code .do} behind it
 */
record Finding(String check, Level level, String key, List<Object> arguments) {

    /** How bad something is. */
    enum Level {
        OK,
        HINT,
        PROBLEM
    }

    static Finding ok(String check, String key, Object... arguments) {
        return new Finding(check, Level.OK, key, List.of(arguments));
    }

    static Finding hint(String check, String key, Object... arguments) {
        return new Finding(check, Level.HINT, key, List.of(arguments));
    }

    static Finding problem(String check, String key, Object... arguments) {
        return new Finding(check, Level.PROBLEM, key, List.of(arguments));
    }

    String sentence(Words words) {
        return words.t(key, told(words));
    }

    String wayOut(Words words) {
        return level == Level.OK ? "" : words.t(key + ".do", told(words));
    }

    private Object[] told(Words words) {
        return arguments.stream()
                .map(argument -> argument instanceof StartRefused reason ? reason.sentence(words.locale()) : argument)
                .toArray();
    }

    Map<String, String> fields(Words words) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("check", check);
        fields.put("level", level.name().toLowerCase(Locale.ROOT));
        fields.put("code", key.substring(key.lastIndexOf('.') + 1));
        fields.put("message", sentence(words));
        if (level != Level.OK) {
            fields.put("way_out", wayOut(words));
        }
        return fields;
    }
}
