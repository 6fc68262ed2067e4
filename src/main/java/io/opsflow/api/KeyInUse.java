package io.opsflow.api;

import io.opsflow.kernel.RuleViolated;

/** The first call with an idempotency key is not over yet. */
final class KeyInUse extends RuleViolated {

    static final String CODE = "idempotency-key-in-use";

    private static final long serialVersionUID = 1L;

    KeyInUse() {
        super(CODE);
    }
}
