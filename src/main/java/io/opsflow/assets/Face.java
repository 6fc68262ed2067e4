package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** From which side something is mounted; what has the full depth of the rack takes both. */
public enum Face {
    FRONT,
    REAR,
    BOTH;

    /** The sides that a rack is looked at from. */
    public static final List<Face> SIDES = List.of(FRONT, REAR);

    /**
     * The face with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static Face of(String code) {
        return Codes.find("face", values(), Face::code, code);
    }

    /** Its name in the API: {@code front}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sides whose units it takes. */
    public List<Face> sides() {
        return this == BOTH ? SIDES : List.of(this);
    }

    /** As its code. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Face, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Face face) {
            return face == null ? null : face.code();
        }

        @Override
        public @Nullable Face convertToEntityAttribute(@Nullable String stored) {
            return stored == null ? null : of(stored);
        }
    }
}
