package io.opsflow.workflow;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Somebody changes from outside what a diagram would do by itself, and says why. The engine's log keeps who, when and why.
 *
 * @param reason in plain text
 */
public record Intervention(@NotBlank @Size(max = LONGEST) String reason) {

    static final int LONGEST = 1000;

    /** What is checked is what is stored: blanks at the ends, full-width ones too, count for nothing. */
    public Intervention {
        if (reason != null) {
            reason = reason.strip();
        }
    }
}
