package io.opsflow.assets;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Where a server should go.
 *
 * @param rackId    the rack
 * @param positionU its lowest unit there
 * @param face      from which side; as now when it is not said
 * @param reason    why; must be said of a server that is in use
 */
public record MoveOrder(
        @NotNull Long rackId,
        @NotNull @Range(min = 1, max = RackFacts.MAX_HEIGHT) Integer positionU,
        @Nullable Face face,
        @Nullable @Size(max = 500) String reason) {

    /** What is checked is what is stored: blanks at the ends count for nothing. */
    public MoveOrder {
        reason = Names.text(reason);
    }
}
