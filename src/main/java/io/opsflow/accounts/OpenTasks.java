package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Tasks wait for this person, and nobody has said what becomes of them. */
public final class OpenTasks extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "open-tasks";

    private static final long serialVersionUID = 1L;

    OpenTasks(String username, int tasks) {
        super(CODE, username, tasks);
    }
}
