package io.opsflow.kernel;

import java.time.Duration;
import org.springframework.security.access.AccessDeniedException;

/** More calls came from one caller or one address than this installation answers. */
public final class TooManyCalls extends AccessDeniedException {

    public static final String CODE = "too-many-calls";

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /** @param wait until the next call is answered */
    public TooManyCalls(Duration wait) {
        super(CODE);
        this.wait = wait;
    }

    /** How long to wait, in seconds, at least one. */
    public long seconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
