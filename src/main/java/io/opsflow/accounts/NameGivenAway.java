package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Somebody else was given the name that was asked for. */
public final class NameGivenAway extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "name-given-away";

    private static final long serialVersionUID = 1L;

    NameGivenAway(String username) {
        super(CODE, username);
    }
}
