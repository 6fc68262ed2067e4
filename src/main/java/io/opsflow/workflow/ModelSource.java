package io.opsflow.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a version of a process comes from. */
public enum ModelSource {
    /** It came with the product. */
    BUNDLED,
    /** A process owner deployed it. */
    LIVE_EDIT;

    /** Its name in the API and in message keys: {@code live_edit}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
