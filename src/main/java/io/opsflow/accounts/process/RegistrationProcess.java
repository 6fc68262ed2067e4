package io.opsflow.accounts.process;

import io.opsflow.accounts.RegistrationFlow;
import io.opsflow.accounts.RegistrationKey;
import io.opsflow.workflow.ProcessVariable;
import io.opsflow.workflow.Processes;
import org.springframework.stereotype.Component;

/** bpmn/accounts/approve-registration.bpmn, as far as Java must know it. */
@Component
class RegistrationProcess implements RegistrationFlow {

    static final String KEY = "approve-registration";
    static final ProcessVariable<Boolean> APPROVED = ProcessVariable.flag("approved");

    private final Processes processes;

    RegistrationProcess(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void start(RegistrationKey key) {
        processes.start(KEY, key.toString());
    }
}
