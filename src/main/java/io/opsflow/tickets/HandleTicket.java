package io.opsflow.tickets;

import io.opsflow.workflow.Answers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * An engineer is done.
 *
 * @param comment what was done
 */
public record HandleTicket(@NotBlank @Size(max = Ticket.COMMENT) String comment) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public HandleTicket {
        if (comment != null) {
            comment = comment.strip();
        }
    }

    Answers answers() {
        return Answers.none().and("comment", comment);
    }
}
