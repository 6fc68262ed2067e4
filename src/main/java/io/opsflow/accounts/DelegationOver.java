package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** What is over cannot be ended. */
public final class DelegationOver extends RuleViolated {

    /** Problem type and message key. */
    public static final String CODE = "delegation-over";

    private static final long serialVersionUID = 1L;

    DelegationOver() {
        super(CODE);
    }
}
