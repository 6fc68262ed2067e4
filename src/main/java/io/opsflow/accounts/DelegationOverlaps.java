package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Somebody who is away has one colleague at a time. */
public final class DelegationOverlaps extends RuleViolated {

    /** Problem type and message key. */
    public static final String CODE = "delegation-overlaps";

    private static final long serialVersionUID = 1L;

    DelegationOverlaps(String colleague) {
        super(CODE, colleague);
    }
}
