package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** One of the caller's imports goes on; two at once would only be in each other's way. */
public final class ImportGoesOn extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "import-goes-on";

    private static final long serialVersionUID = 1L;

    ImportGoesOn(String file) {
        super(CODE, file);
    }
}
