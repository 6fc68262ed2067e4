package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A machine room.
 *
 * @param id        its number
 * @param version   counts its changes
 * @param facts     what is recorded of it
 * @param racks     how many racks stand in it
 * @param createdAt when it was recorded
 * @param updatedAt when it was changed last
 */
public record RoomDetails(
        long id, int version, @JsonUnwrapped RoomFacts facts, long racks, Instant createdAt, Instant updatedAt) {}
