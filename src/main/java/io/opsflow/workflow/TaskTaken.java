package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** Somebody else has claimed the task. */
public final class TaskTaken extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "task-taken";

    private static final long serialVersionUID = 1L;

    public TaskTaken(String objectKey, String by) {
        super(CODE, objectKey, by);
    }
}
