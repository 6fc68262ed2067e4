package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** A server is on its way to reserved units: they are free again when its move is refused or called off. */
public final class ReservedForMove extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "reserved-for-move";

    private static final long serialVersionUID = 1L;

    ReservedForMove(String owner) {
        super(CODE, owner);
    }
}
