package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What there is to be recorded. */
public enum AssetKind {
    ROOM,
    RACK,
    SERVER;

    /**
     * The kind with a name.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static AssetKind of(String plural) {
        return Codes.find("kind", values(), AssetKind::plural, plural);
    }

    /** Its name in addresses and files: {@code servers}. */
    @JsonValue
    public String plural() {
        return code() + "s";
    }

    /** Its name in texts and tables: {@code server}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
