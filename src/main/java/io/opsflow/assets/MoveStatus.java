package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where the process of a move stands. */
public enum MoveStatus {
    PENDING_APPROVAL(10),
    ON_SITE(20),
    PENDING_CONFIRMATION(30),
    MOVED(40),
    REFUSED(50),
    CANCELLED(60);

    private final int stored;

    MoveStatus(int stored) {
        this.stored = stored;
    }

    /**
     * The status with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static MoveStatus of(String code) {
        return Codes.find("status", values(), MoveStatus::code, code);
    }

    /** Its name in the API: {@code on_site}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing follows. */
    public boolean isFinal() {
        return this == MOVED || this == REFUSED || this == CANCELLED;
    }

    /** As a number, so that an index sorts by it. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<MoveStatus, Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable MoveStatus status) {
            return status == null ? null : status.stored;
        }

        @Override
        public @Nullable MoveStatus convertToEntityAttribute(@Nullable Integer stored) {
            return stored == null ? null : Codes.stored(values(), status -> status.stored, stored);
        }
    }
}
