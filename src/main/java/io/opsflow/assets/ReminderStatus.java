package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the process of a reminder stands. */
public enum ReminderStatus {
    AHEAD(10),
    PENDING_DECISION(20),
    RENEWED(30),
    REPLACED(40),
    RETIRED(50),
    DROPPED(60);

    private final int stored;

    ReminderStatus(int stored) {
        this.stored = stored;
    }

    /**
     * The status with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static ReminderStatus of(String code) {
        return Codes.find("status", values(), ReminderStatus::code, code);
    }

    /** Its name in the API: {@code pending_decision}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return this != AHEAD && this != PENDING_DECISION;
    }

    /** As a number, so that an index sorts by it. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<ReminderStatus, Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable ReminderStatus status) {
            return status == null ? null : status.stored;
        }

        @Override
        public @Nullable ReminderStatus convertToEntityAttribute(@Nullable Integer stored) {
            return stored == null ? null : Codes.stored(values(), status -> status.stored, stored);
        }
    }
}
