package io.opsflow.accounts.process;

import io.opsflow.accounts.Registration;
import io.opsflow.accounts.RegistrationKey;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Tells the administrators that a registration waits for them. */
@Component
class RemindAdministrators implements ProcessStep {

    private final Registration registration;

    RemindAdministrators(Registration registration) {
        this.registration = registration;
    }

    @Override
    public void run(DelegateExecution execution) {
        registration.remind(RegistrationKey.of(execution.getProcessBusinessKey()));
    }
}
