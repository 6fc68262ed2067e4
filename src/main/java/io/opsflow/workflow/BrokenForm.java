package io.opsflow.workflow;

import java.util.List;

/** A form that cannot be shown; {@link ModelCheck} keeps such forms from being deployed. */
class BrokenForm extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    BrokenForm(List<Finding> findings) {
        super(findings.toString());
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
