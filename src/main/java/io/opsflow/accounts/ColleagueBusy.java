package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** The colleague does the tasks of as many people as one can do. */
public final class ColleagueBusy extends RuleViolated {

    /** Problem type and message key. */
    public static final String CODE = "delegation-colleague-busy";

    private static final long serialVersionUID = 1L;

    ColleagueBusy(String colleague, int most) {
        super(CODE, colleague, most);
    }
}
