package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** The colleague is away at that time, too: tasks go on to one person and no further. */
public final class ColleagueAway extends RuleViolated {

    /** Problem type and message key. */
    public static final String CODE = "delegation-colleague-away";

    private static final long serialVersionUID = 1L;

    ColleagueAway(String colleague) {
        super(CODE, colleague);
    }
}
