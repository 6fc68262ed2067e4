package io.opsflow.audit;

import io.opsflow.platform.StartRefused;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit log is kept.
 *
 * @param retention how old entries become; ten years unless it is said
 * @param anchors   the file in which the chain's end is noted from time to time; beside the data unless it is said
 */
@ConfigurationProperties("opsflow.audit")
record AuditProperties(@DefaultValue("3650d") Duration retention, @Nullable Path anchors) {

    /** Below that, it would be no audit log. */
    static final Duration SHORTEST = Duration.ofDays(30);

    AuditProperties {
        if (retention.compareTo(SHORTEST) < 0) {
            throw new StartRefused("audit.bad-retention", retention.toDays(), SHORTEST.toDays());
        }
    }
}
