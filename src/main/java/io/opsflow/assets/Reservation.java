package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Units of a rack that are kept free.
 *
 * @param id     its number
 * @param version how often it has changed
 * @param rackId the rack
 * @param facts  which units, for whom, until when
 * @param move   the move whose server is awaited there; null where somebody reserved them
 */
public record Reservation(
        long id, int version, long rackId, @JsonUnwrapped ReservationFacts facts, @JsonIgnore @Nullable MoveKey move) {}
