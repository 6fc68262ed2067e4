package io.opsflow.assets;

import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.workflow.SystemIdentity;
import jakarta.persistence.PersistenceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronTrigger;

/** When contracts that end before long get their processes: at night, a few at a time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RemindersAtNight implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(RemindersAtNight.class);
    private static final String TIME = "0 41 4 * * *";
    static final int TOGETHER = 50;

    private final Reminders reminders;
    private final OpsFlowSettings settings;

    RemindersAtNight(Reminders reminders, OpsFlowSettings settings) {
        this.reminders = reminders;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addTriggerTask(() -> SystemIdentity.during(this::begin), new CronTrigger(TIME, settings.timeZone()));
    }

    private void begin() {
        int begun;
        do {
            begun = few();
        } while (begun == TOGETHER);
    }

    private int few() {
        try {
            return reminders.begin(TOGETHER);
        } catch (PersistenceException | DataIntegrityViolationException quicker) {
            LOG.info("Another node begins the reminders of this night");
            return 0;
        }
    }
}
