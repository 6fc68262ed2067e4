package io.opsflow.tickets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Something that somebody says about a ticket.
 *
 * @param text in plain text
 */
public record AddComment(@NotBlank @Size(max = Ticket.COMMENT) String text) {

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public AddComment {
        if (text != null) {
            text = text.strip();
        }
    }
}
