package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a field that an administrator has added can hold. */
public enum FieldKind {
    TEXT,
    NUMBER,
    DATE,
    FLAG,
    CHOICE;

    /**
     * The kind with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static FieldKind of(String code) {
        return Codes.find("kind", values(), FieldKind::code, code);
    }

    /** Its name in the API: {@code choice}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
