package io.opsflow.accounts.process;

import io.opsflow.accounts.Registration;
import io.opsflow.accounts.RegistrationKey;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the account of somebody whose registration was approved. */
@Component
class AddApplicant implements ProcessStep {

    private final Registration registration;

    AddApplicant(Registration registration) {
        this.registration = registration;
    }

    @Override
    public void run(DelegateExecution execution) {
        registration.admit(RegistrationKey.of(execution.getProcessBusinessKey()));
    }
}
