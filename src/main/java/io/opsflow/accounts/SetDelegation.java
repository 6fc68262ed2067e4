package io.opsflow.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away, and a colleague does their tasks meanwhile.
 *
 * @param absent    who is away; null for whoever asks
 * @param colleague who does the tasks
 * @param from      since when; null, or in the past, for now
 * @param to        until when; must be told
 * @param reason    why, for those who read it later
 */
public record SetDelegation(
        @Nullable @Size(max = 64) String absent,
        @NotBlank @Size(max = 64) String colleague,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable @Size(max = 500) String reason) {

    /** What is checked is what is stored. */
    public SetDelegation {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
    }
}
