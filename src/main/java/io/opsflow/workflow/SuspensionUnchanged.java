package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** What was to be suspended is suspended already, or what was to be resumed runs already. */
public final class SuspensionUnchanged extends RuleViolated {

    /** Problem type, BPMN error code and message key: it is suspended already. */
    public static final String CODE = "already-suspended";

    private static final String RUNS = "not-suspended";
    private static final long serialVersionUID = 1L;

    SuspensionUnchanged(boolean suspended) {
        super(suspended ? CODE : RUNS);
    }
}
