package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** The label that was scanned is another server's. */
public final class WrongServer extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "wrong-server";

    private static final long serialVersionUID = 1L;

    WrongServer(String found, String wanted) {
        super(CODE, found, wanted);
    }
}
