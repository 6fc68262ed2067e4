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

    Answers answers() {
        return Answers.none().and("assignee", assignee).and("comment", comment);
    }
}
