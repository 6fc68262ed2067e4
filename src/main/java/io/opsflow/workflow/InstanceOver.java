package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** The instance has ended; nothing in it can be suspended or resumed any more. */
public final class InstanceOver extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "instance-over";

    private static final long serialVersionUID = 1L;

    InstanceOver() {
        super(CODE);
    }
}
