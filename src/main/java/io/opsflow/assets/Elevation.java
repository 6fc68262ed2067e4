package io.opsflow.assets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rack seen from one side.
 *
 * @param rackId      its number
 * @param rack        its name
 * @param roomId      the number of its room
 * @param room        the name of its room
 * @param face        from which side
 * @param heightU     its height in units
 * @param usedU       how many units are taken on either face
 * @param usedW       what is drawn in it, as far as that is known
 * @param powerLimitW what may be drawn
 * @param slots       what is seen, from the bottom up
 */
public record Elevation(
        long rackId,
        String rack,
        long roomId,
        String room,
        Face face,
        int heightU,
        int usedU,
        int usedW,
        @Nullable Integer powerLimitW,
        List<Slot> slots) {

    public Elevation {
        slots = List.copyOf(slots);
    }

    /** The same rack from one side, where this one shows both. */
    public Elevation seenFrom(Face side) {
        return new Elevation(
                rackId,
                rack,
                roomId,
                room,
                side,
                heightU,
                usedU,
                usedW,
                powerLimitW,
                slots.stream()
                        .filter(slot -> slot.face().sides().stream().anyMatch(side.sides()::contains))
                        .toList());
    }

    /**
     * What takes units.
     *
     * @param kind      a server, or units kept for somebody
     * @param id        its number
     * @param name      the server's asset number, or for whom the units are kept
     * @param positionU the lowest unit
     * @param heightU   how many units
     * @param face      from which side it is mounted
     * @param status    the server's status; null for a reservation
     * @param model     vendor and model of a server, or what units are kept for
     * @param role      what a server does
     * @param owner     whose it is
     * @param powerW    what it draws
     * @param until     the last day of a reservation
     */
    public record Slot(
            Occupant.Kind kind,
            long id,
            String name,
            int positionU,
            int heightU,
            Face face,
            @Nullable ServerStatus status,
            @Nullable String model,
            @Nullable String role,
            @Nullable String owner,
            @Nullable Integer powerW,
            @Nullable LocalDate until) {

        /** The highest unit. */
        public int topU() {
            return positionU + heightU - 1;
        }
    }
}
