package io.opsflow.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Tells whoever watches the program of running versions that name what it no longer has. The node stays in service: all other
 * work goes on, and taking it away would help nobody.
 */
@Component("runningModelsHealthIndicator")
class RunningModelsHealth extends AbstractHealthIndicator {

    /** Load balancers ask every few seconds, and instances are counted for the answer. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final RunningModels running;
    private final Clock clock;
    private List<RunningModels.Stranded> last = List.of();
    private Instant asked = Instant.MIN;

    RunningModelsHealth(RunningModels running, Clock clock) {
        super("The running versions could not be read");
        this.running = running;
        this.clock = clock;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) {
        if (asked.isBefore(clock.instant().minus(KEPT))) {
            last = running.stranded();
            asked = clock.instant();
        }
        health.up().withDetail("stranded", last.size());
        for (RunningModels.Stranded version : last) {
            health.withDetail(
                    version.processKey() + " " + version.version(),
                    version.findings().stream()
                            .map(finding -> finding.element() + ": " + finding.code())
                            .toList());
        }
    }
}
