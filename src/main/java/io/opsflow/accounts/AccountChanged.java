package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Somebody changed the account after it was read; nothing was overwritten. */
public final class AccountChanged extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "account-changed";

    private static final long serialVersionUID = 1L;

    AccountChanged(String username) {
        super(CODE, username);
    }
}
