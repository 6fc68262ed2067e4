package io.opsflow.workflow;

import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who does the engine's jobs in this node; nobody in a command. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobConfiguration {

    @Bean
    static NodeJobs jobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties settings) {
        NodeJobs jobs = new NodeJobs();
        jobs.setTaskExecutor(threads);
        jobs.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        JobExecutionProperty times = settings.getJobExecution();
        jobs.setWaitTimeInMillis(times.getWaitTimeInMillis());
        jobs.setMaxWait(times.getMaxWait());
        return jobs;
    }

    @Bean
    LostJobs lostJobs(NodeJobs jobs, JdbcTemplate sql) {
        return new LostJobs(jobs, sql);
    }
}
