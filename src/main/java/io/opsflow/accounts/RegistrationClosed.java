package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Nobody gets an account by asking for it here. */
public final class RegistrationClosed extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "registration-closed";

    private static final long serialVersionUID = 1L;

    RegistrationClosed() {
        super(CODE);
    }
}
