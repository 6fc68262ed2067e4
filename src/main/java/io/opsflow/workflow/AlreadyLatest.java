package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** The version that somebody wants to go back to is the one that applies. */
public final class AlreadyLatest extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "already-latest";

    private static final long serialVersionUID = 1L;

    AlreadyLatest(int version) {
        super(CODE, version);
    }
}
