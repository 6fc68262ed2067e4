package io.opsflow.assets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine room from above.
 *
 * @param roomId its number
 * @param room   its name
 * @param rows   its rows of racks
 */
public record FloorPlan(long roomId, String room, List<Row> rows) {

    public FloorPlan {
        rows = List.copyOf(rows);
    }

    /**
     * Racks in a line.
     *
     * @param name  what the row is called; null for the racks of which nobody knows where they stand
     * @param racks its racks, from the first position on
     */
    public record Row(@Nullable String name, List<Tile> racks) {

        public Row {
            racks = List.copyOf(racks);
        }
    }

    /**
     * A rack from above.
     *
     * @param rackId      its number
     * @param rack        its name
     * @param position    its place in the row, from 1; no two have the same
     * @param status      what it is good for
     * @param heightU     its height in units
     * @param usedU       how many are taken on either face
     * @param powerLimitW what may be drawn
     * @param usedW       what is drawn, as far as that is known
     */
    public record Tile(
            long rackId,
            String rack,
            int position,
            PlaceStatus status,
            int heightU,
            int usedU,
            @Nullable Integer powerLimitW,
            int usedW) {

        /** How much of what is scarcer, units or power, is taken. */
        public double part() {
            return Math.max(Fullness.part(usedU, heightU), powerLimitW == null ? 0 : Fullness.part(usedW, powerLimitW));
        }
    }
}
