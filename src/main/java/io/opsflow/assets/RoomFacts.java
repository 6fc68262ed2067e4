package io.opsflow.assets;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a machine room.
 *
 * @param name    what people call it
 * @param code    its short name, which no other room has
 * @param address where it is
 * @param contact whom to ask
 * @param phone   how to reach them
 * @param owner   the user who approves moves into and out of it; null where administrators do
 * @param areaM2  its area in square metres
 * @param powerKw what may be drawn there in all, in kilowatts
 * @param cooling how it is cooled
 * @param status  what it is good for; active when it is not said
 * @param notes   whatever else is worth knowing
 */
@Embeddable
public record RoomFacts(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = 64) String code,
        @Nullable @Size(max = 500) String address,
        @Nullable @Size(max = 100) String contact,
        @Nullable @Size(max = 50) String phone,
        @Nullable @Size(max = 64) String owner,
        @Nullable @Range(min = 0, max = 1_000_000) @Digits(integer = 7, fraction = 2) @Column(name = "area_m2")
                BigDecimal areaM2,
        @Nullable @Range(min = 0, max = 1_000_000) @Digits(integer = 7, fraction = 2) @Column(name = "power_kw")
                BigDecimal powerKw,
        @Nullable @Size(max = 200) String cooling,
        PlaceStatus status,
        @Nullable @Size(max = 10_000) String notes) {

    /** What is checked is what is stored: blanks at the ends count for nothing. */
    @SuppressWarnings("NullAway") // what a call leaves out is refused by the constraints
    public RoomFacts {
        name = Names.text(name);
        code = Names.text(code);
        address = Names.text(address);
        contact = Names.text(contact);
        phone = Names.text(phone);
        owner = Names.text(owner);
        areaM2 = Names.number(areaM2);
        powerKw = Names.number(powerKw);
        cooling = Names.text(cooling);
        status = status == null ? PlaceStatus.ACTIVE : status;
        notes = Names.text(notes);
    }

    /** A room of which only the names are known. */
    public static RoomFacts named(String name, String code) {
        return new RoomFacts(name, code, null, null, null, null, null, null, null, PlaceStatus.ACTIVE, null);
    }
}
