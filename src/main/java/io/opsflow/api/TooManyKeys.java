package io.opsflow.api;

import io.opsflow.kernel.RuleViolated;

/** Somebody has used more idempotency keys within a day than are kept. */
final class TooManyKeys extends RuleViolated {

    static final String CODE = "idempotency-too-many-keys";

    private static final long serialVersionUID = 1L;

    TooManyKeys(int most) {
        super(CODE, most);
    }
}
