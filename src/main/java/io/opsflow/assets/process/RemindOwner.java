package io.opsflow.assets.process;

import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.Reminders;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells the owner of a machine that its warranty or lease ends. */
@Component
class RemindOwner implements ProcessStep {

    private final Reminders reminders;

    RemindOwner(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void run(DelegateExecution execution) {
        reminders.tell(ReminderKey.of(execution.getProcessBusinessKey()));
    }
}
