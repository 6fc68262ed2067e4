package io.opsflow.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What came of it. */
public enum AuditResult {
    /** It was done. */
    DONE,
    /** It was not allowed, or broke a rule; nothing has changed. */
    REFUSED,
    /** Something went wrong; nothing has changed. */
    FAILED;

    /** As the API spells it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
