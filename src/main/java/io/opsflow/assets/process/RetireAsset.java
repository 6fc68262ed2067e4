package io.opsflow.assets.process;

import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.Reminders;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Records that a machine is retired. */
@Component
class RetireAsset implements ProcessStep {

    private final Reminders reminders;

    RetireAsset(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void run(DelegateExecution execution) {
        reminders.retire(ReminderKey.of(execution.getProcessBusinessKey()));
    }
}
