package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a machine room or a rack is good for at present, in the order of its life. */
public enum PlaceStatus {
    PLANNED(10),
    ACTIVE(20),
    MAINTENANCE(30),
    RETIRED(40);

    private final int stored;

    PlaceStatus(int stored) {
        this.stored = stored;
    }

    /**
     * The status with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static PlaceStatus of(String code) {
        return Codes.find("status", values(), PlaceStatus::code, code);
    }

    /** Its name in the API: {@code active}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a number, so that an index sorts by it. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<PlaceStatus, Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable PlaceStatus status) {
            return status == null ? null : status.stored;
        }

        @Override
        public @Nullable PlaceStatus convertToEntityAttribute(@Nullable Integer stored) {
            return stored == null ? null : Codes.stored(values(), status -> status.stored, stored);
        }
    }
}
