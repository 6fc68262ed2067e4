package io.opsflow.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The application's clock, in UTC. Demo data and tests move it; nothing else does. */
@Component
public class MovableClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** From now on the clock stands at the given time and goes on from there. */
    public void moveTo(Instant time) {
        offset = Duration.between(Clock.systemUTC().instant(), time);
    }

    /** From now on the clock tells the real time again. */
    public void reset() {
        offset = Duration.ZERO;
    }

    /** Microseconds are what the databases keep: an instant read back equals the one that was written. */
    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
