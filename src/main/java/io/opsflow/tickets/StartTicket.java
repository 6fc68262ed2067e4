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

    Answers answers() {
        return Answers.none().and("comment", comment);
    }
}
