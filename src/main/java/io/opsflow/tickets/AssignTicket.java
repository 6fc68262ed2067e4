package io.opsflow.tickets;

import io.opsflow.workflow.Answers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A project manager's decision who handles a ticket.
 *
 * @param assignee an engineer's user name
 * @param comment  what the engineer should know
 */
public record AssignTicket(@NotBlank String assignee, @Nullable @Size(max = Ticket.COMMENT) String comment) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public AssignTicket {
        if (assignee != null) {
            assignee = assignee.strip();
        }
        if (comment != null) {
            comment = comment.strip();
        }
    }

    Answers answers() {
        return Answers.none().and("assignee", assignee).and("comment", comment);
    }
}
