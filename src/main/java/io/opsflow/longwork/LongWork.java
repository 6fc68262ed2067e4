package io.opsflow.longwork;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a piece of work fares.
 *
 * @param id      its name
 * @param kind    what kind of work it is
 * @param person  who has begun it
 * @param phase   where it stands
 * @param what    what was asked for, as whoever began it keeps it
 * @param done    how much of it is done
 * @param total   how much there is to do; 0 as long as nobody knows
 * @param result  what came of it; null unless it is done
 * @param problem why it failed, in the person's language; null unless it has
 * @param begunAt when it began
 * @param endedAt when it ended; null as long as it has not
 */
public record LongWork(
        String id,
        String kind,
        String person,
        Phase phase,
        String what,
        long done,
        long total,
        @Nullable String result,
        @Nullable String problem,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** Where work can stand. */
    public enum Phase {
        RUNNING,
        DONE,
        /** It was refused or could not go on. */
        FAILED,
        /** The program ended in the middle of it: what it had not committed by then is not recorded, and never will be. */
        INTERRUPTED;

        /** Its name in the API. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it goes on. */
    public boolean isRunning() {
        return phase == Phase.RUNNING;
    }
}
