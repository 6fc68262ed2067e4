package io.opsflow.assets;

import io.opsflow.kernel.RuleViolated;

/** Somebody or something else has units that were asked for. */
public final class UnitsTaken extends RuleViolated {

    /** Problem type, BPMN error code and message key. */
    public static final String CODE = "units-taken";

    private static final long serialVersionUID = 1L;

    UnitsTaken(String rack, Placement wanted, Occupant there) {
        super(
                CODE,
                rack,
                units(wanted.positionU(), wanted.topU()),
                "@assets.face." + wanted.face().code(),
                there.kind().key(),
                there.name(),
                units(there.positionU(), there.topU()));
    }

    private static String units(int lowest, int highest) {
        return "U" + lowest + (lowest == highest ? "" : "–U" + highest);
    }
}
