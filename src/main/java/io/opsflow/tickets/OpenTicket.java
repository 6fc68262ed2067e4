package io.opsflow.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody files.
 *
 * @param title       one sentence that says what it is about
 * @param description everything that helps, in plain text; null where the title says it all
 * @param taskType    whether something is broken or wanted
 * @param priority    how much it matters to the requester
 */
public record OpenTicket(
        @NotBlank @Size(max = Ticket.TITLE) String title,
        @Nullable @Size(max = Ticket.DESCRIPTION) String description,
        @NotNull TaskType taskType,
        @NotNull Priority priority) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public OpenTicket {
        if (title != null) {
            title = title.strip();
        }
    }
}
