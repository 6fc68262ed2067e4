package io.opsflow.accounts;

import io.opsflow.kernel.RuleViolated;
import io.opsflow.workflow.CandidateGroups.Use;

/** Processes name the role or group, or tasks are offered to it: without it they would wait for nobody. */
public final class StillNamed extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "still-named";

    private static final long serialVersionUID = 1L;

    StillNamed(String code, Use use) {
        super(CODE, code, use.models().size(), use.models(), use.openTasks());
    }
}
