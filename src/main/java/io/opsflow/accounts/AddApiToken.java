package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A personal token, to be used by a program.
 *
 * @param name      what it is for
 * @param scopes    permissions of one's own; nothing else can be done with it
 * @param readOnly  whether nothing can be changed with it; null like false
 * @param expiresAt when it ends; null for the longest time that this installation allows
 */
public record AddApiToken(
        @NotBlank @Size(max = 100) String name,
        @NotNull Set<String> scopes,
        @Nullable Boolean readOnly,
        @Nullable Instant expiresAt) {

    /** What is checked is what is stored: blanks at the ends count for nothing. */
    public AddApiToken {
        if (name != null) {
            name = name.strip();
        }
    }
}
