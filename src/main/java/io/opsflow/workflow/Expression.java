package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a diagram may ask: a variable, or variables compared with each other and with constants. No properties, no
 * methods, no functions, so that nothing but variables can be reached.
 *
 * @param text      as in the diagram, with its braces
 * @param variables what it reads, in order
 */
record Expression(String text, Set<String> variables) {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<constant>'[^'\\\\]*'|\"[^\"\\\\]*\"|[0-9]+(?:\\.[0-9]+)?)"
            + "|(?<operator>==|!=|<=|>=|<|>|&&|\\|\\||!|\\+|-|\\*|/|%)"
            + "|(?<open>\\()|(?<close>\\)))\\s*");
    private static final Pattern EMBEDDED = Pattern.compile("[$#]\\{([^}]*)\\}");
    private static final Pattern STRING = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> WORDS =
            Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "empty", "div", "mod");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final int LONGEST = 500;

    /** Whether a text has an expression in it, allowed or not. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** The text as an expression; empty when it is none, or more than one may ask. */
    static Optional<Expression> of(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST || !stripped.startsWith("${") || !stripped.endsWith("}")) {
            return Optional.empty();
        }
        String inner = stripped.substring(2, stripped.length() - 1);
        Matcher token = TOKEN.matcher(inner);
        Set<String> variables = new LinkedHashSet<>();
        int at = 0;
        int depth = 0;
        boolean afterValue = false;
        while (at < inner.length()) {
            if (!token.find(at) || token.start() != at) {
                return Optional.empty();
            }
            at = token.end();
            String name = token.group("name");
            boolean value = token.group("constant") != null || (name != null && !WORDS.contains(name));
            if (token.group("open") != null) {
                depth++;
            } else if (token.group("close") != null) {
                depth--;
            }
            // Two values in a row, or a value before a parenthesis, would be a call.
            if ((afterValue && (value || token.group("open") != null)) || depth < 0) {
                return Optional.empty();
            }
            if (value && name != null && !CONSTANTS.contains(name)) {
                variables.add(name);
            }
            afterValue = value || token.group("close") != null;
        }
        return afterValue && depth == 0
                ? Optional.of(new Expression(stripped, Set.copyOf(variables)))
                : Optional.empty();
    }

    /** The one variable that the expression is; empty when it is more than that. */
    Optional<String> variable() {
        String inner = text.substring(2, text.length() - 1).strip();
        return variables.contains(inner) ? Optional.of(inner) : Optional.empty();
    }

    /** Every name that the expressions in a text might read, whether they are allowed or not. */
    static List<String> namesIn(String text) {
        List<String> names = new ArrayList<>();
        Matcher embedded = EMBEDDED.matcher(text);
        while (embedded.find()) {
            Matcher name = NAME.matcher(STRING.matcher(embedded.group(1)).replaceAll(""));
            while (name.find()) {
                if (!WORDS.contains(name.group()) && !CONSTANTS.contains(name.group())) {
                    names.add(name.group());
                }
            }
        }
        return names;
    }
}
