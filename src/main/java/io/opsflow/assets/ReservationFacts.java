package io.opsflow.assets;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * Units that are kept free for somebody.
 *
 * @param positionU the lowest unit, 1 is at the bottom
 * @param heightU   how many units; 1 when it is not said
 * @param face      from which side; both when it is not said
 * @param powerW    what will be drawn there, in watts; kept free as well
 * @param owner     for whom
 * @param until     the last day; null for as long as nobody ends it
 * @param reason    what for
 */
public record ReservationFacts(
        @NotNull @Range(min = 1, max = RackFacts.MAX_HEIGHT) Integer positionU,
        @Range(min = 1, max = RackFacts.MAX_HEIGHT) Integer heightU,
        Face face,
        @Nullable @Range(min = 0, max = 1_000_000) Integer powerW,
        @NotBlank @Size(max = 100) String owner,
        @Nullable LocalDate until,
        @Nullable @Size(max = 500) String reason) {

    /** What is checked is what is stored: blanks at the ends count for nothing. */
    @SuppressWarnings("NullAway") // what a call leaves out is refused by the constraints
    public ReservationFacts {
        heightU = heightU == null ? 1 : heightU;
        face = face == null ? Face.BOTH : face;
        owner = Names.text(owner);
        reason = Names.text(reason);
    }
}
