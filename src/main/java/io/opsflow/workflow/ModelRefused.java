package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;

/** A model can no longer be deployed: it names a step, a form or a role that this release does not have. */
public final class ModelRefused extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "model-refused";

    private static final long serialVersionUID = 1L;

    ModelRefused(String findings) {
        super(CODE, findings);
    }
}
