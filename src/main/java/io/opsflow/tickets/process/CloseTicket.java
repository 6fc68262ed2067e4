package io.opsflow.tickets.process;

import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.ProcessStep;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Closes a ticket whose requester has confirmed the solution. */
@Component
class CloseTicket implements ProcessStep {

    private final Tickets tickets;

    CloseTicket(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public void run(DelegateExecution execution) {
        tickets.close(TicketKey.of(execution.getProcessBusinessKey()));
    }
}
