package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A rack.
 *
 * @param id        its number
 * @param version   counts its changes
 * @param facts     what is recorded of it
 * @param room      the name of its room
 * @param servers   how many servers stand in it
 * @param usedU     how many of its units are taken on either face, reserved ones too
 * @param usedW     what the servers and reservations in it draw, as far as that is known
 * @param createdAt when it was recorded
 * @param updatedAt when it was changed last
 */
public record RackDetails(
        long id,
        int version,
        @JsonUnwrapped RackFacts facts,
        String room,
        long servers,
        int usedU,
        int usedW,
        Instant createdAt,
        Instant updatedAt) {}
