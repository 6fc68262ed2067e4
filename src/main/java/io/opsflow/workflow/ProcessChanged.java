package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** The versions of a process are not as they were when the person decided; this request changed nothing. */
public final class ProcessChanged extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "process-changed";

    private static final long serialVersionUID = 1L;

    ProcessChanged(String processKey) {
        super(CODE, processKey);
    }
}
