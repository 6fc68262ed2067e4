package io.opsflow.tickets;

import io.opsflow.kernel.RuleViolated;

/** The ticket is closed and stays so. */
public final class TicketClosed extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "ticket-closed";

    private static final long serialVersionUID = 1L;

    TicketClosed(TicketKey key) {
        super(CODE, key);
    }
}
