package io.opsflow.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** Where the clock stands in a delegation. */
public enum DelegationState {
    /** It has not begun. */
    UPCOMING,
    /** It is in force. */
    CURRENT,
    /** It is over. */
    PAST;

    static DelegationState of(Instant from, Instant to, Instant now) {
        return !now.isBefore(to) ? PAST : now.isBefore(from) ? UPCOMING : CURRENT;
    }

    /** What the API calls it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
