package io.opsflow.assets;

/**
 * What stands in a rack, or is to stand there.
 *
 * @param kind      a server, or units kept for somebody
 * @param id        its number
 * @param name      the server's asset number, or for whom the units are kept
 * @param positionU the lowest unit
 * @param heightU   how many units
 * @param face      from which side
 * @param powerW    what it draws; 0 when nobody knows
 */
public record Occupant(Kind kind, long id, String name, int positionU, int heightU, Face face, int powerW) {

    /** What may take units. */
    public enum Kind {
        SERVER,
        RESERVATION;

        /** The key of its name. */
        String key() {
            return this == SERVER ? "@assets.occupant.server" : "@assets.occupant.reservation";
        }
    }

    /** The highest unit. */
    public int topU() {
        return positionU + heightU - 1;
    }

    boolean is(Kind other, long number) {
        return kind == other && id == number;
    }

    boolean overlaps(Placement place) {
        return positionU <= place.topU()
                && place.positionU() <= topU()
                && (face == Face.BOTH || place.face() == Face.BOTH || face == place.face());
    }
}
