package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Nobody else could look after accounts afterwards. */
public final class LastAdministrator extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "last-administrator";

    private static final long serialVersionUID = 1L;

    LastAdministrator(String username) {
        super(CODE, username);
    }
}
