package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Units of a rack that are kept free.
 *
 * @param id     its number
 * @param rackId the rack
 * @param facts  which units, for whom, until when
 */
public record Reservation(long id, long rackId, @JsonUnwrapped ReservationFacts facts) {}
