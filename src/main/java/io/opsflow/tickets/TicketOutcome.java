package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a closed ticket ended. */
public enum TicketOutcome {
    /** What was asked for was done, and the requester confirmed it. */
    RESOLVED,
    /** The review refused it. */
    REFUSED,
    /** The requester took it back before its review. */
    WITHDRAWN;

    /**
     * The outcome with a code.
     *
     * @throws io.opsflow.kernel.InvalidInput there is none
     */
    @JsonCreator
    public static TicketOutcome of(String code) {
        return Codes.find("outcome", values(), TicketOutcome::code, code);
    }

    /** Its name in the API: {@code resolved}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
