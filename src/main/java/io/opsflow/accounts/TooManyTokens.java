package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** Somebody has as many personal tokens as one can have. */
final class TooManyTokens extends RuleViolated {

    static final String CODE = "too-many-tokens";

    private static final long serialVersionUID = 1L;

    TooManyTokens(int most) {
        super(CODE, most);
    }
}
