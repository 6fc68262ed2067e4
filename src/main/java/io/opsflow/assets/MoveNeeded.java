package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** A server that somebody depends on is not moved by changing its record. */
public final class MoveNeeded extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "move-needed";

    private static final long serialVersionUID = 1L;

    MoveNeeded(String assetNumber, ServerStatus status) {
        super(CODE, assetNumber, "@assets.server-status." + status.code());
    }
}
