package io.opsflow.tickets;

import io.opsflow.workflow.Answers;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The requester's answer to what was done.
 *
 * @param confirmed whether it is solved; otherwise the same engineer goes on
 * @param comment   what is missing; required when not confirmed
 */
public record ConfirmTicket(@NotNull Boolean confirmed, @Nullable @Size(max = Ticket.COMMENT) String comment) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public ConfirmTicket {
        if (comment != null) {
            comment = comment.strip();
        }
    }

    Answers answers() {
        return Answers.none().and("confirmed", confirmed).and("comment", comment);
    }
}
