package io.opsflow.tickets;

import io.opsflow.testing.As;

/** Takes tickets as far as a test needs them, each step by the one whose step it is. */
public class TicketMaker {

    private final Tickets tickets;
    private final As as;

    public TicketMaker(Tickets tickets, As as) {
        this.tickets = tickets;
        this.as = as;
    }

    public static OpenTicket request(String title) {
        return new OpenTicket(title, "It stops at 80 %.", TaskType.PROBLEM, Priority.HIGH);
    }

    public TicketKey pending() {
        return pending("requester", "Export stops");
    }

    public TicketKey pending(String requester, String title) {
        return as.user(requester, () -> tickets.open(request(title)).key());
    }

    public TicketKey reviewed() {
        TicketKey key = pending();
        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, "agreed")));
        return key;
    }

    public TicketKey assigned() {
        TicketKey key = reviewed();
        as.user("manager", () -> tickets.assign(key, new AssignTicket("engineer", "please")));
        return key;
    }

    public TicketKey inProgress() {
        TicketKey key = assigned();
        as.user("engineer", () -> tickets.start(key, new StartTicket(null)));
        return key;
    }

    public TicketKey completed() {
        TicketKey key = inProgress();
        as.user("engineer", () -> tickets.handle(key, new HandleTicket("index added")));
        return key;
    }

    public TicketKey confirmed() {
        TicketKey key = completed();
        as.user("requester", () -> tickets.confirm(key, new ConfirmTicket(true, null)));
        return key;
    }
}
