package io.opsflow.accounts;

import io.opsflow.platform.StartRefused;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens open something.
 *
 * @param access   an access token, after it was issued
 * @param refresh  everything that came from one sign-in, however often it was refreshed
 * @param personal the longest life that somebody can give a personal token
 */
@ConfigurationProperties("opsflow.token")
record TokenProperties(
        @DefaultValue("24h") Duration access,
        @DefaultValue("30d") Duration refresh,
        @DefaultValue("366d") Duration personal) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration SHORTEST_PERSONAL = Duration.ofDays(1);

    TokenProperties {
        if (access.compareTo(SHORTEST) < 0 || refresh.compareTo(access) < 0) {
            throw new StartRefused("tokens.bad-times", access, refresh);
        }
        if (personal.compareTo(SHORTEST_PERSONAL) < 0) {
            throw new StartRefused("tokens.bad-personal-time", personal);
        }
    }
}
