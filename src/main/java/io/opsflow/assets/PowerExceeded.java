package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** A rack would draw more than it may. */
public final class PowerExceeded extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "power-exceeded";

    private static final long serialVersionUID = 1L;

    PowerExceeded(String rack, int limit, int used, int more) {
        super(CODE, rack, limit, used, more);
    }
}
