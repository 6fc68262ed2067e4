package io.opsflow.tickets.process;

import io.opsflow.tickets.Priority;
import io.opsflow.tickets.TicketFlow;
import io.opsflow.tickets.TicketKey;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Message;
import io.opsflow.workflow.OpenTask;
import io.opsflow.workflow.ProcessVariable;
import io.opsflow.workflow.Processes;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** bpmn/tickets/ticket-handling.bpmn, as far as Java must know it. */
@Component
class TicketProcess implements TicketFlow {

    static final String KEY = "ticket-handling";
    static final ProcessVariable<String> REQUESTER = ProcessVariable.text("requester");
    static final ProcessVariable<String> PRIORITY = ProcessVariable.text("priority");
    static final ProcessVariable<Boolean> APPROVED = ProcessVariable.flag("approved");
    static final ProcessVariable<String> ASSIGNEE = ProcessVariable.text("assignee");
    static final ProcessVariable<Boolean> CONFIRMED = ProcessVariable.flag("confirmed");
    static final Message WITHDRAWN = Message.named("tickets.withdrawn");

    private final Processes processes;

    TicketProcess(Processes processes) {
        this.processes = processes;
    }

    @Override
    public void start(TicketKey key, String requester, Priority priority) {
        processes.start(KEY, key.toString(), REQUESTER.with(requester), PRIORITY.with(priority.code()));
    }

    @Override
    public void perform(TicketKey key, String action, Answers answers) {
        processes.complete(key.toString(), action, answers);
    }

    @Override
    public void withdraw(TicketKey key) {
        processes.send(WITHDRAWN, key.toString());
    }

    @Override
    public void corrected(TicketKey key, Priority priority) {
        processes.refresh(key.toString(), PRIORITY.with(priority.code()));
    }

    @Override
    public Next next(TicketKey key) {
        List<OpenTask> open = processes.openTasks(key.toString(), Locale.ENGLISH);
        return new Next(
                open.stream().anyMatch(task -> !task.suspended()),
                open.stream()
                        .filter(OpenTask::mine)
                        .map(OpenTask::action)
                        .distinct()
                        .toList());
    }
}
