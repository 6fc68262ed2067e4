package io.opsflow.audit;

import io.opsflow.platform.OpsFlowSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

/** When the log is checked, and cleared of what is too old: when nearly nobody works. */
@Configuration(proxyBeanMethods = false)
class AuditAtNight implements SchedulingConfigurer {

    private static final String TIME = "0 47 3 * * *";

    private final AuditChecks checks;
    private final AuditRetention retention;
    private final OpsFlowSettings settings;

    AuditAtNight(AuditChecks checks, AuditRetention retention, OpsFlowSettings settings) {
        this.checks = checks;
        this.retention = retention;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        CronTrigger night = new CronTrigger(TIME, settings.timeZone());
        tasks.addTriggerTask(
                () -> {
                    retention.clearAtNight();
                    checks.tell();
                },
                night);
    }
}
