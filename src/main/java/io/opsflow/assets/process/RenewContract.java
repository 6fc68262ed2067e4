package io.opsflow.assets.process;

import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.Reminders;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Writes down until when a warranty or lease was renewed. */
@Component
class RenewContract implements ProcessStep {

    private final Reminders reminders;

    RenewContract(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void run(DelegateExecution execution) {
        reminders.renew(ReminderKey.of(execution.getProcessBusinessKey()));
    }
}
