package io.opsflow.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What has been told within a minute need not be told again: nobody can fill the log by asking in vain. */
final class Repeated {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Map<String, Instant> told = new ConcurrentHashMap<>();
    private final Clock clock;

    Repeated(Clock clock) {
        this.clock = clock;
    }

    boolean isNew(String what) {
        Instant now = clock.instant();
        if (told.size() >= MOST) {
            told.values().removeIf(last -> last.plus(MINUTE).isBefore(now));
        }
        if (told.size() >= MOST) {
            return false;
        }
        boolean[] isNew = {false};
        told.compute(what, (same, last) -> {
            isNew[0] = last == null || last.plus(MINUTE).isBefore(now);
            return isNew[0] ? now : last;
        });
        return isNew[0];
    }
}
