package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a server is at present, in the order of its life. */
public enum ServerStatus {
    PLANNED(10),
    IN_STOCK(20),
    ACTIVE(30),
    MAINTENANCE(40),
    FAILED(50),
    RETIRED(60);

    private final int stored;

    ServerStatus(int stored) {
        this.stored = stored;
    }

    /**
     * The status with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static ServerStatus of(String code) {
        return Codes.find("status", values(), ServerStatus::code, code);
    }

    /** Its name in the API: {@code in_stock}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody may depend on it: then it is not moved without a word. */
    public boolean isInUse() {
        return this == ACTIVE || this == MAINTENANCE || this == FAILED;
    }

    /** As a number, so that an index sorts by it. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<ServerStatus, Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable ServerStatus status) {
            return status == null ? null : status.stored;
        }

        @Override
        public @Nullable ServerStatus convertToEntityAttribute(@Nullable Integer stored) {
            return stored == null ? null : Codes.stored(values(), status -> status.stored, stored);
        }
    }
}
