package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** The only kind of Java that a diagram may call. A broken rule becomes a path that the process owner can model. */
public interface ProcessStep extends JavaDelegate {

    /** Does the step's work, as the system. */
    void run(DelegateExecution execution);

    @Override
    default void execute(DelegateExecution execution) {
        try {
            SystemIdentity.during(() -> run(execution));
        } catch (RuleViolated rule) {
            throw Unmodelled.remembered(rule, new BpmnError(rule.code(), rule.code(), rule));
        }
    }
}
