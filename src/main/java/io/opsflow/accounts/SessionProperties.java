package io.opsflow.accounts;

import io.opsflow.platform.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a session at the screens lasts.
 *
 * @param idle     after the last thing that somebody did
 * @param absolute after signing in, whatever is done
 */
@ConfigurationProperties("opsflow.session")
record SessionProperties(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration absolute) {

    /** Below that, the warning would stand there all the time. */
    private static final Duration SHORTEST = Duration.ofMinutes(3);

    SessionProperties {
        if (idle.compareTo(SHORTEST) < 0 || absolute.compareTo(idle) < 0) {
            throw new StartRefused("accounts.bad-session-times", idle.toMinutes(), absolute.toMinutes());
        }
    }
}
