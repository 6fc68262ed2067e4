package io.opsflow.tickets;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a requester changes before the review; null leaves a field as it is.
 *
 * @param title       the new title
 * @param description the new description
 * @param taskType    the new type
 * @param priority    the new priority
 * @param version     the version that was read; when given, a ticket that has changed since is not overwritten
 */
public record CorrectTicket(
        @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = Ticket.TITLE) String title,
        @Nullable @Size(max = Ticket.DESCRIPTION) String description,
        @Nullable TaskType taskType,
        @Nullable Priority priority,
        @Nullable Integer version) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public CorrectTicket {
        if (title != null) {
            title = title.strip();
        }
    }
}
