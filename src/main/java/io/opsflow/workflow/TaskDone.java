package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** Somebody completed or changed the task at the same moment; this request changed nothing. */
public final class TaskDone extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "task-done";

    private static final String BY = "task-done-by";
    private static final long serialVersionUID = 1L;

    public TaskDone() {
        super(CODE);
    }

    public TaskDone(String by) {
        super(BY, by);
    }
}
