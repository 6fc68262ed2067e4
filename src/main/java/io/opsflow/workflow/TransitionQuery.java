package io.opsflow.workflow;

import io.opsflow.kernel.InvalidInput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transitions are wanted; what is null does not narrow the list.
 *
 * @param objectKey of this object
 * @param actor     done by this user, also for somebody else
 * @param from      then or later
 * @param to        before
 */
public record TransitionQuery(
        @Nullable String objectKey, @Nullable String actor, @Nullable Instant from, @Nullable Instant to) {

    private static final Instant TOO_LATE = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * Times are those that a database can hold.
     *
     * @throws InvalidInput they are not
     */
    public TransitionQuery {
        check("from", from);
        check("to", to);
    }

    private static void check(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(Instant.EPOCH) || !time.isBefore(TOO_LATE))) {
            throw new InvalidInput(field, "time-unreadable");
        }
    }
}
