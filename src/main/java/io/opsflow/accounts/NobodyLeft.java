package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Afterwards nobody could look after accounts any more. */
public final class NobodyLeft extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "nobody-left";

    private static final long serialVersionUID = 1L;

    NobodyLeft() {
        super(CODE);
    }
}
