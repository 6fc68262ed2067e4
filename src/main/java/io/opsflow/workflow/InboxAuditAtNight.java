package io.opsflow.workflow;

import io.opsflow.platform.OpsFlowSettings;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

/** When the inbox is compared with the engine: when nearly nobody works. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class InboxAuditAtNight implements SchedulingConfigurer {

    private static final String TIME = "0 17 3 * * *";

    private final InboxAudit audit;
    private final OpsFlowSettings settings;

    InboxAuditAtNight(InboxAudit audit, OpsFlowSettings settings) {
        this.audit = audit;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addTriggerTask(audit::tell, new CronTrigger(TIME, settings.timeZone()));
    }
}
