package io.opsflow.tickets;

import io.opsflow.workflow.Answers;
import java.util.List;

/** The process of a ticket, in the words of tickets: the port that {@code process} implements. */
public interface TicketFlow {

    /** A ticket was filed. */
    void start(TicketKey key, String requester, Priority priority);

    /**
     * Somebody does what the process waits for.
     *
     * @throws io.opsflow.workflow.ActionNotOpen it waits for something else
     */
    void perform(TicketKey key, String action, Answers answers);

    /**
     * The requester takes the ticket back.
     *
     * @throws io.opsflow.workflow.ActionNotOpen it is too late
     */
    void withdraw(TicketKey key);

    /** Title or priority have changed. */
    void corrected(TicketKey key, Priority priority);

    /** What the process waits for. */
    Next next(TicketKey key);

    /**
     * What a process waits for.
     *
     * @param going   whether it waits for somebody at all: not when an administrator has suspended or removed it
     * @param actions what is the acting person's to do next, while it is going
     */
    record Next(boolean going, List<String> actions) {}
}
