package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** An administrator has suspended the process; its tasks wait until it is activated again. */
public final class ProcessSuspended extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "process-suspended";

    private static final long serialVersionUID = 1L;

    public ProcessSuspended() {
        super(CODE);
    }
}
