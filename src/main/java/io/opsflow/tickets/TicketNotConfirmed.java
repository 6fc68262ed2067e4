package io.opsflow.tickets;

import io.opsflow.kernel.RuleViolated;

/** Only what its requester has confirmed is closed as resolved. */
public final class TicketNotConfirmed extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "ticket-not-confirmed";

    private static final long serialVersionUID = 1L;

    TicketNotConfirmed(TicketKey key, TicketStatus status) {
        super(CODE, key, "@tickets.status." + status.code());
    }
}
