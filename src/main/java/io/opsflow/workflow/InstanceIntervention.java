package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to an instance from outside its diagram.
 *
 * @param operation the engine's word for it: {@code SetJobRetries}, {@code Suspend}, {@code Activate}, …
 * @param username  who did it
 * @param name      that person's name
 * @param at        when
 * @param reason    why; null where nobody was asked
 */
public record InstanceIntervention(
        String operation, String username, String name, Instant at, @Nullable String reason) {}
