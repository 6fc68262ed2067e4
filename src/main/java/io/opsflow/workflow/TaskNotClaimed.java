package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** Only what somebody has claimed from a role or group can be released to it again, and only by that person. */
public final class TaskNotClaimed extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "task-not-claimed";

    private static final long serialVersionUID = 1L;

    public TaskNotClaimed(String objectKey) {
        super(CODE, objectKey);
    }
}
