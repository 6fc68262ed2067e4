package io.opsflow.assets;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How racks are drawn.
 *
 * @param byRole whether colours tell what servers do; otherwise they tell how servers are
 * @param roles  everything that servers do, in the order of their colours
 * @param marked a place that somebody looks for
 */
public record RackLook(boolean byRole, List<String> roles, @Nullable Placement marked) {

    /** How many colours there are; then they begin again. */
    public static final int COLOURS = 8;

    public RackLook {
        roles = List.copyOf(roles);
    }

    /** As a rack looks where nobody asks for more. */
    public static RackLook byStatus() {
        return new RackLook(false, List.of(), null);
    }

    /** With a colour for everything that servers do in these racks. */
    public static RackLook of(Collection<Elevation> racks, boolean byRole, @Nullable Placement marked) {
        return new RackLook(
                byRole,
                racks.stream()
                        .flatMap(rack -> rack.slots().stream())
                        .map(Elevation.Slot::role)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                marked);
    }

    /** The colour of what a server does, from 1. */
    public int colour(String role) {
        return Math.floorMod(roles.indexOf(role), COLOURS) + 1;
    }
}
