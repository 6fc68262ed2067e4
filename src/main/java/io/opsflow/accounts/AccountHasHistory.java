package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Somebody has worked here: such an account is deactivated and never deleted. */
public final class AccountHasHistory extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "account-has-history";

    private static final long serialVersionUID = 1L;

    AccountHasHistory(String username) {
        super(CODE, username);
    }
}
