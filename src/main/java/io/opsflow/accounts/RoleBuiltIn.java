package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** The role came with the program: diagrams and screens count on it, so it can be edited and not deleted. */
public final class RoleBuiltIn extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "role-built-in";

    private static final long serialVersionUID = 1L;

    RoleBuiltIn(String code) {
        super(CODE, code);
    }
}
