package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;

/** There is somebody already: the first administrator is added once. */
public final class SetupClosed extends RuleViolated {

    private static final long serialVersionUID = 1L;

    SetupClosed() {
        super("setup-closed");
    }
}
