package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which broken rule became a BPMN error: when no diagram models the error, the engine reports it without
 * its cause, and the person who clicked would never learn the reason.
 */
final class Unmodelled {

    private static final ThreadLocal<@Nullable RuleViolated> LAST = new ThreadLocal<>();

    private Unmodelled() {}

    static BpmnError remembered(RuleViolated rule, BpmnError error) {
        LAST.set(rule);
        return error;
    }

    static void forget() {
        LAST.remove();
    }

    static @Nullable RuleViolated take() {
        RuleViolated rule = LAST.get();
        LAST.remove();
        return rule;
    }
}
