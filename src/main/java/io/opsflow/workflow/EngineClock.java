package io.opsflow.workflow;

import io.opsflow.kernel.MovableClock;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves the application's and the engine's clocks together: for demo data that has a past, and for tests. */
@Component
public class EngineClock {

    private final MovableClock clock;
    private final RuntimeService runtime;
    private final ManagementService management;

    EngineClock(MovableClock clock, RuntimeService runtime, ManagementService management) {
        this.clock = clock;
        this.runtime = runtime;
        this.management = management;
    }

    /** Does the work as if it were the given time. Only while nobody else works: the clocks are everybody's. */
    public void at(Instant time, Runnable work) {
        moveTo(time);
        try {
            work.run();
        } finally {
            reset();
        }
    }

    /** From now on it is the given time, for the engine without moving on. */
    public void moveTo(Instant time) {
        clock.moveTo(time);
        ClockUtil.setCurrentTime(Date.from(time));
    }

    /** It is now again. */
    public void reset() {
        clock.reset();
        ClockUtil.reset();
    }

    /** Runs every job that is due, in this thread, and those that they bring about. */
    public void runDueJobs() {
        for (Job job = next(); job != null; job = next()) {
            management.executeJob(job.getId());
        }
    }

    /** Makes the jobs of an object wait until then, those of timers too. */
    public void postponeJobs(String objectKey, Instant until) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(objectKey).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .forEach(job -> management.setJobDuedate(job.getId(), Date.from(until)));
    }

    private @Nullable Job next() {
        return management.createJobQuery().executable().listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
    }
}
