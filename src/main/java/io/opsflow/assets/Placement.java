package io.opsflow.assets;

/**
 * A place in a rack.
 *
 * @param rackId    the rack
 * @param positionU the lowest unit, 1 is at the bottom
 * @param heightU   how many units
 * @param face      from which side
 */
public record Placement(long rackId, int positionU, int heightU, Face face) {

    /** The highest unit. */
    public int topU() {
        return positionU + heightU - 1;
    }

    boolean covers(long rack, Face side, int unit) {
        return rack == rackId && face.sides().contains(side) && unit >= positionU && unit <= topU();
    }
}
