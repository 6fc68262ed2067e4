package io.opsflow.tickets;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The requester takes a ticket back before its review.
 *
 * @param comment why
 */
public record WithdrawTicket(@Nullable @Size(max = Ticket.COMMENT) String comment) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public WithdrawTicket {
        if (comment != null) {
            comment = comment.strip();
        }
    }
}
