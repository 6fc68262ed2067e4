package io.opsflow.tickets;

import io.opsflow.workflow.Answers;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An engineer begins.
 *
 * @param comment a first remark
 */
public record StartTicket(@Nullable @Size(max = Ticket.COMMENT) String comment) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public StartTicket {
        if (comment != null) {
            comment = comment.strip();
        }
    }

    Answers answers() {
        return Answers.none().and("comment", comment);
    }
}
