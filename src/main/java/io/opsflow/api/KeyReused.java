package io.opsflow.api;

import io.opsflow.kernel.RuleViolated;

/** An idempotency key came again with another call. */
final class KeyReused extends RuleViolated {

    static final String CODE = "idempotency-key-reused";

    private static final long serialVersionUID = 1L;

    KeyReused() {
        super(CODE);
    }
}
