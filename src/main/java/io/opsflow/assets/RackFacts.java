package io.opsflow.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a rack.
 *
 * @param name        what people call it; no other rack in the room has the name
 * @param roomId      the machine room it stands in
 * @param row         the row of racks it stands in
 * @param position    its place in the row, from 1
 * @param heightU     its height in units; 42 when it is not said
 * @param widthMm     how wide it is on the floor, in millimetres; mostly 600 or 800
 * @param powerLimitW what may be drawn from it, in watts
 * @param status      what it is good for; active when it is not said
 * @param owner       whose it is
 * @param leaseUntil  the last day for which it is leased; null when it is one's own
 * @param notes       whatever else is worth knowing
 */
@Embeddable
public record RackFacts(
        @NotBlank @Size(max = 100) String name,
        @NotNull @Column(name = "room_id") Long roomId,
        @Nullable @Size(max = 32) @Column(name = "row_name") String row,
        @Nullable @Range(min = 1, max = 9_999) Integer position,
        @Range(min = 1, max = MAX_HEIGHT) @Column(name = "height_u") Integer heightU,
        @Nullable @Range(min = 100, max = 5_000) @Column(name = "width_mm") Integer widthMm,
        @Nullable @Range(min = 0, max = 1_000_000) @Column(name = "power_limit_w") Integer powerLimitW,
        PlaceStatus status,
        @Nullable @Size(max = 100) String owner,
        @Nullable LocalDate leaseUntil,
        @Nullable @Size(max = 10_000) String notes) {

    /** The tallest rack, in units. */
    public static final int MAX_HEIGHT = 100;

    private static final int USUAL_HEIGHT = 42;

    /** What is checked is what is stored: blanks at the ends count for nothing. */
    @SuppressWarnings("NullAway") // what a call leaves out is refused by the constraints
    public RackFacts {
        name = Names.text(name);
        row = Names.text(row);
        heightU = heightU == null ? USUAL_HEIGHT : heightU;
        status = status == null ? PlaceStatus.ACTIVE : status;
        owner = Names.text(owner);
        notes = Names.text(notes);
    }
}
