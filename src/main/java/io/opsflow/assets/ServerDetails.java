package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A server.
 *
 * @param id        its number
 * @param version   counts its changes
 * @param facts     what is recorded of it
 * @param rack      the name of its rack; null when it stands nowhere
 * @param roomId    the number of its room
 * @param room      the name of its room
 * @param createdAt when it was recorded
 * @param updatedAt when it was changed last
 */
public record ServerDetails(
        long id,
        int version,
        @JsonUnwrapped ServerFacts facts,
        @Nullable String rack,
        @Nullable Long roomId,
        @Nullable String room,
        Instant createdAt,
        Instant updatedAt) {}
