package io.opsflow.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a decision table may say in a cell: constants, compared or enumerated. Nothing is called and nothing is computed, so
 * that a table can be read as it stands.
 */
final class DecisionCell {

    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final String NUMBER = "-?\\d{1,15}(?:\\.\\d{1,10})?";
    private static final String FLAG = "true|false";
    private static final String MOMENT = "date and time\\(\"[0-9T:+Z.-]{1,40}\"\\)";

    /** By the types that tables use, constants first. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "string", TEXT, "boolean", FLAG, "integer", NUMBER, "long", NUMBER, "double", NUMBER, "date", MOMENT);

    private static final int LONGEST = 2_000;

    private DecisionCell() {}

    /** Whether tables may use a type. */
    static boolean isType(String type) {
        return CONSTANTS.containsKey(type);
    }

    /** Whether a cell is empty, or tests a value of a type. */
    static boolean isTest(String cell, String type) {
        String text = cell.strip();
        return text.isEmpty()
                || text.equals("-")
                || constant(type).filter(c -> matches(text, tests(type, c))).isPresent();
    }

    /** Whether a cell is a value of a type. */
    static boolean isValue(String cell, String type) {
        return constant(type)
                .filter(constant -> matches(cell.strip(), constant))
                .isPresent();
    }

    /** The kinds of variable that can be tested as a type. */
    static Optional<ProcessVariable.Kind> kind(String type) {
        return switch (type) {
            case "string" -> Optional.of(ProcessVariable.Kind.TEXT);
            case "boolean" -> Optional.of(ProcessVariable.Kind.FLAG);
            case "integer", "long", "double" -> Optional.of(ProcessVariable.Kind.NUMBER);
            case "date" -> Optional.of(ProcessVariable.Kind.INSTANT);
            default -> Optional.empty();
        };
    }

    private static Optional<String> constant(String type) {
        return Optional.ofNullable(CONSTANTS.get(type));
    }

    private static String tests(String type, String constant) {
        String one = "(?:" + constant + ")";
        if (!type.equals("string") && !type.equals("boolean")) {
            one = "(?:(?:<=?|>=?)?\\s*" + one + "|[\\[(\\]]\\s*" + one + "\\s*\\.\\.\\s*" + one + "\\s*[\\])\\[])";
        }
        String several = one + "(?:\\s*,\\s*" + one + ")*+";
        return several + "|not\\(\\s*" + several + "\\s*\\)";
    }

    private static boolean matches(String text, String pattern) {
        return text.length() <= LONGEST && Pattern.matches(pattern, text);
    }
}
