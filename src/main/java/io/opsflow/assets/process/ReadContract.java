package io.opsflow.assets.process;

import io.opsflow.assets.ReminderDetails;
import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.Reminders;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.workflow.ProcessStep;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells the process which contract ends when, and for what. */
@Component
class ReadContract implements ProcessStep {

    private final Reminders reminders;
    private final OpsFlowSettings settings;

    ReadContract(Reminders reminders, OpsFlowSettings settings) {
        this.reminders = reminders;
        this.settings = settings;
    }

    @Override
    public void run(DelegateExecution execution) {
        ReminderKey key = ReminderKey.of(execution.getProcessBusinessKey());
        ReminderDetails reminder = reminders.get(key);
        execution.setVariable(
                ReminderProcess.CONTRACT.name(), reminder.contract().code());
        execution.setVariable(
                ReminderProcess.OBJECT_KIND.name(), reminder.kind().code());
        execution.setVariable(ReminderProcess.ROLE.name(), reminders.role(key));
        execution.setVariable(
                ReminderProcess.ENDS_AT.name(),
                Date.from(reminder.endsOn()
                        .plusDays(1)
                        .atStartOfDay(settings.timeZone())
                        .toInstant()));
    }
}
