package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much it matters, as the requester sees it, the least first. */
public enum Priority {
    LOW(10),
    MEDIUM(20),
    HIGH(30),
    URGENT(40);

    private final int stored;

    Priority(int stored) {
        this.stored = stored;
    }

    /**
     * The priority with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static Priority of(String code) {
        return Codes.find("priority", values(), Priority::code, code);
    }

    /** Its name in diagrams and in the API: {@code high}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a number, so that an index sorts by it. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Priority, Integer> {

        @Override
        public @Nullable Integer convertToDatabaseColumn(@Nullable Priority priority) {
            return priority == null ? null : priority.stored;
        }

        @Override
        public @Nullable Priority convertToEntityAttribute(@Nullable Integer stored) {
            return stored == null ? null : Codes.stored(values(), priority -> priority.stored, stored);
        }
    }
}
