package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** A server is on its way already. */
public final class MoveUnderWay extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "move-under-way";

    private static final long serialVersionUID = 1L;

    MoveUnderWay(String assetNumber, MoveKey key) {
        super(CODE, assetNumber, key.toString());
    }
}
