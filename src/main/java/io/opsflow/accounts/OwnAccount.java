package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Nobody takes away one's own account, or what makes one its administrator. */
public final class OwnAccount extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "own-account";

    private static final long serialVersionUID = 1L;

    OwnAccount() {
        super(CODE);
    }
}
