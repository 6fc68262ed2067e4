package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** Something depends on a person, and nobody has said what becomes of it. */
public final class WorkLeft extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "work-left";

    private static final long serialVersionUID = 1L;

    WorkLeft(String username, int tasks, int later) {
        super(CODE, username, tasks, later);
    }
}
