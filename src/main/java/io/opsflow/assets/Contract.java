package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody else owes for a machine until a day. */
public enum Contract {
    WARRANTY,
    LEASE;

    /**
     * The contract with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static Contract of(String code) {
        return Codes.find("contract", values(), Contract::code, code);
    }

    /** Its name in diagrams and in the API: {@code lease}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field that holds its last day: {@code lease_until}. */
    String field() {
        return code() + "_until";
    }

    /** By its code. */
    @Converter(autoApply = true)
    static class Column implements AttributeConverter<Contract, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Contract contract) {
            return contract == null ? null : contract.code();
        }

        @Override
        public @Nullable Contract convertToEntityAttribute(@Nullable String stored) {
            return stored == null ? null : of(stored);
        }
    }
}
