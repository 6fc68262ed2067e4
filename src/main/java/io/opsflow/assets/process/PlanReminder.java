package io.opsflow.assets.process;

import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.Reminders;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.workflow.ProcessStep;
import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Turns the days ahead into the morning on which somebody is reminded. */
@Component
class PlanReminder implements ProcessStep {

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Reminders reminders;
    private final OpsFlowSettings settings;

    PlanReminder(Reminders reminders, OpsFlowSettings settings) {
        this.reminders = reminders;
        this.settings = settings;
    }

    @Override
    public void run(DelegateExecution execution) {
        int lead = execution.getVariable(ReminderProcess.LEAD_DAYS.name()) instanceof Number days
                ? Math.max(0, Math.min(days.intValue(), Reminders.HORIZON))
                : 0;
        execution.setVariable(
                ReminderProcess.REMIND_AT.name(),
                Date.from(reminders
                        .get(ReminderKey.of(execution.getProcessBusinessKey()))
                        .endsOn()
                        .minusDays(lead)
                        .atTime(MORNING)
                        .atZone(settings.timeZone())
                        .toInstant()));
    }
}
