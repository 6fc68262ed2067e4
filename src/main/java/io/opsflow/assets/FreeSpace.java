package io.opsflow.assets;

import org.jspecify.annotations.Nullable;

/**
 * A place where something would fit.
 *
 * @param rackId    the rack
 * @param rack      its name
 * @param roomId    its room
 * @param positionU the lowest unit of the place
 * @param face      the side on which it is free; both when the full depth is
 * @param freeW     what may still be drawn from the rack; null where there is no limit
 */
public record FreeSpace(long rackId, String rack, long roomId, int positionU, Face face, @Nullable Integer freeW) {}
