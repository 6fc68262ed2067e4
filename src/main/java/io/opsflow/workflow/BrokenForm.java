package io.opsflow.workflow;

import java.util.List;

/** Something was deployed as a form that is none; {@link ModelCheck} keeps that from happening. */
class BrokenForm extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BrokenForm(List<Finding> findings) {
        super(findings.toString());
    }
}
