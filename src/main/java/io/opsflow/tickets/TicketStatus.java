package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a ticket's process stands. The order is the order of a ticket's life. */
public enum TicketStatus {
    PENDING_REVIEW(10),
    REVIEWED(20),
    ASSIGNED(30),
    IN_PROGRESS(40),
    COMPLETED(50),
    CONFIRMED(60),
    CLOSED(70);

    private final int stored;

    TicketStatus(int stored) {
        this.stored = stored;
    }

    /**
     * The status with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static TicketStatus of(String code) {
        return Codes.find("status", values(), TicketStatus::code, code);
    }

    /** Its name in diagrams and in the API: {@code in_progress}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return this == CLOSED;
    }

    /** As a number, so that an index sorts by it, with room for states in between. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<TicketStatus, Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable TicketStatus status) {
            return status == null ? null : status.stored;
        }

        @Override
        public @Nullable TicketStatus convertToEntityAttribute(@Nullable Integer stored) {
            return stored == null ? null : Codes.stored(values(), status -> status.stored, stored);
        }
    }
}
