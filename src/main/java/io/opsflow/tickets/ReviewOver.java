package io.opsflow.tickets;

import io.opsflow.kernel.RuleViolated;

/** A ticket is corrected and withdrawn before its review only: what was decided on stays as it was. */
public final class ReviewOver extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "review-over";

    private static final long serialVersionUID = 1L;

    ReviewOver(TicketKey key, TicketStatus status) {
        super(CODE, key, "@tickets.status." + status.code());
    }
}
