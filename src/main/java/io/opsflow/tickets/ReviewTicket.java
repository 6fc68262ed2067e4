package io.opsflow.tickets;

import io.opsflow.workflow.Answers;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's answer.
 *
 * @param approved whether the ticket goes on to the contractor; a refused ticket is closed
 * @param comment  why; required when refused
 */
public record ReviewTicket(@NotNull Boolean approved, @Nullable @Size(max = Ticket.COMMENT) String comment) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public ReviewTicket {
        if (comment != null) {
            comment = comment.strip();
        }
    }

    Answers answers() {
        return Answers.none().and("approved", approved).and("comment", comment);
    }
}
