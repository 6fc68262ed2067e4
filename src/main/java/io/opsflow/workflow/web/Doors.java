package io.opsflow.workflow.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may be called at all, whoever calls: everything that reads, and of what writes only deploying, giving failed jobs
 * another try, and suspending. The engine's own grants decide behind it who may; this list stands before them because
 * some of the engine's calls ask for no grant, and a later version may bring more of them.
 */
final class Doors {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final String ID = "[^/]+";

    /** Questions that are too long for an address are posted. */
    private static final Pattern QUESTIONS = anyOf(
            "(execution|external-task|group|job|job-definition|process-instance|task|variable-instance)(/count)?",
            "history/(activity-instance|detail|external-task-log|job-log|process-instance|task|variable-instance)(/count)?",
            "filter/" + ID + "/(list|count|singleResult)");

    private static final Pattern DEPLOYING = anyOf("deployment/create");

    private static final Pattern REPAIRS = anyOf(
            "(job|job-definition)/" + ID + "/retries",
            "process-definition/(" + ID + "/|key/" + ID + "/)?suspended",
            "process-instance/(" + ID + "/)?suspended");

    /** Questions that Cockpit posts to its own server side, and its way out. */
    private static final Pattern OF_COCKPIT = anyOf(
            "cockpit/plugin/base/" + ID + "/(incident|process-instance)(/count)?",
            "cockpit/plugin/base/" + ID + "/process-(definition|instance)/" + ID
                    + "/called-process-(definition|instance)s",
            "admin/auth/user/" + ID + "/logout");

    private Doors() {}

    /** Whether a call of the engine's REST may pass; the path is what follows the engine's name, without a slash. */
    static boolean isOpenForEngine(String method, String path) {
        return READS.contains(method)
                || (method.equals("POST") && (matches(QUESTIONS, path) || matches(DEPLOYING, path)))
                || (method.equals("PUT") && matches(REPAIRS, path));
    }

    /** Whether a call of the web applications' own server side may pass; the path is what follows {@code api/}. */
    static boolean isOpenForPages(String method, String path) {
        return READS.contains(method) || (method.equals("POST") && matches(OF_COCKPIT, path));
    }

    private static boolean matches(Pattern pattern, String path) {
        return pattern.matcher(path).matches();
    }

    private static Pattern anyOf(String... paths) {
        return Pattern.compile(String.join("|", List.of(paths)));
    }
}
