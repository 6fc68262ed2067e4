package io.opsflow.assets.process;

import io.opsflow.assets.ReminderFlow;
import io.opsflow.assets.ReminderKey;
import io.opsflow.workflow.Message;
import io.opsflow.workflow.ProcessVariable;
import io.opsflow.workflow.Processes;
import java.math.BigDecimal;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** bpmn/assets/contract-reminder.bpmn, as far as Java must know it. */
@Component
class ReminderProcess implements ReminderFlow {

    static final String KEY = "contract-reminder";
    static final ProcessVariable<String> CONTRACT = ProcessVariable.text("contract");
    static final ProcessVariable<String> OBJECT_KIND = ProcessVariable.text("object_kind");
    static final ProcessVariable<String> ROLE = ProcessVariable.text("role");
    static final ProcessVariable<BigDecimal> LEAD_DAYS = ProcessVariable.number("lead_days");
    static final ProcessVariable<Instant> REMIND_AT = ProcessVariable.instant("remind_at");
    static final ProcessVariable<Instant> ENDS_AT = ProcessVariable.instant("ends_at");
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");
    static final Message CONTRACT_CHANGED = Message.named("assets.contract_changed");

    private final Processes processes;

    ReminderProcess(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void start(ReminderKey key) {
        processes.start(KEY, key.toString());
    }

    @Override
    public void drop(ReminderKey key) {
        if (processes.isRunning(key.toString())) {
            processes.send(CONTRACT_CHANGED, key.toString());
        }
    }
}
