package io.opsflow.tickets;

import io.opsflow.kernel.RuleViolated;

/** Somebody changed the ticket after it was read; nothing was overwritten. */
public final class TicketChanged extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "ticket-changed";

    private static final long serialVersionUID = 1L;

    TicketChanged(TicketKey key) {
        super(CODE, key);
    }
}
