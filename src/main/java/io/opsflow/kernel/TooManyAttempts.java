package io.opsflow.kernel;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/**
 * Too many wrong passwords came with this name or from this address: for a while none is looked at, not even the right
 * one. The same is said whether or not somebody has the name.
 */
public final class TooManyAttempts extends AuthenticationException {

    public static final String CODE = "too-many-attempts";

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait until another password is looked at */
    public TooManyAttempts(Duration wait) {
        super("too many wrong passwords");
        this.wait = wait;
    }

    /** How long to wait, in seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    /** The same for a sentence: in minutes, never too few. */
    public long minutes() {
        return minutes(seconds());
    }

    /** Seconds as minutes, never too few. */
    public static long minutes(long seconds) {
        return Math.max(1, (seconds + 59) / 60);
    }
}
