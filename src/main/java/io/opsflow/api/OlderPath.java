package io.opsflow.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of older clients, and what it means here. This is the whole table.
 *
 * @param from   the older path, without a slash at the end
 * @param method the only method for which the line holds; null for any
 * @param to     our path
 * @param more   a parameter that is added
 * @param fields what is called differently
 */
record OlderPath(Pattern from, @Nullable String method, String to, Map<String, String> more, OlderFields fields) {

    private static final String API = "/api/v1";
    private static final OlderFields TOKENS = new OlderFields(
            Map.of("refresh", "refresh_token"), Map.of("access_token", "access", "refresh_token", "refresh"), false);
    private static final OlderFields PEOPLE = new OlderFields(Map.of(), Map.of(), true);

    private static final List<OlderPath> TABLE = List.of(
            line("/api/auth/(login|refresh|logout|register)", "/auth/$1", TOKENS),
            line("/api/accounts/users", "/users", PEOPLE),
            line("/api/accounts/users/change_password", "/users/change-password", OlderFields.SAME),
            line("/api/accounts/users/([^/]+)", "/users/$1", PEOPLE),
            line("/api/tasks/tasks", "/tickets", OlderFields.SAME),
            line("/api/tasks/tasks/([^/]+)", "/tickets/$1", OlderFields.SAME),
            line("/api/tasks/tasks/([^/]+)/(log|process|comments|start|withdraw)", "/tickets/$1/$2", OlderFields.SAME),
            line("/api/tasks/tasks/([^/]+)/review", "/tickets/$1/review", comment("review_comment")),
            line("/api/tasks/tasks/([^/]+)/assign", "/tickets/$1/assign", comment("assign_comment")),
            // Older clients know no call for beginning: to handle a task begins it.
            new OlderPath(
                    Pattern.compile("/api/tasks/tasks/([^/]+)/handle"),
                    "POST",
                    API + "/tickets/$1/handle",
                    Map.of("start", "true"),
                    comment("handle_comment")),
            line("/api/tasks/tasks/([^/]+)/confirm", "/tickets/$1/confirm", comment("confirm_comment")),
            line(
                    "/api/tasks/tasks/([^/]+)/add_comment",
                    "/tickets/$1/comments",
                    OlderFields.renamed(Map.of("content", "text", "comment", "text"))),
            line("/api/workflow/logs", "/workflow/logs", OlderFields.SAME),
            line("/api/workflow/notifications", "/notifications", OlderFields.SAME),
            line("/api/workflow/notifications/([^/]+)/mark_read", "/notifications/$1/mark-read", OlderFields.SAME));

    private static OlderPath line(String from, String to, OlderFields fields) {
        return new OlderPath(Pattern.compile(from), null, API + to, Map.of(), fields);
    }

    private static OlderFields comment(String theirs) {
        return OlderFields.renamed(Map.of(theirs, "comment"));
    }

    /** The line that holds for a call, and our path in it. */
    static Optional<Found> find(String method, String path) {
        for (OlderPath line : TABLE) {
            Matcher matcher = line.from.matcher(path);
            if (matcher.matches() && (line.method == null || line.method.equals(method))) {
                return Optional.of(new Found(line, matcher.replaceAll(line.to)));
            }
        }
        return Optional.empty();
    }

    /** @param path ours */
    record Found(OlderPath line, String path) {}
}
