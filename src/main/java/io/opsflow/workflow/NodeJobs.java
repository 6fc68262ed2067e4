package io.opsflow.workflow;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** The jobs that this node has taken, and does or will do. */
class NodeJobs extends SpringJobExecutor {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    boolean has(String job) {
        return taken.contains(job);
    }

    /** Also called for jobs that had to wait because there was too much to do. */
    @Override
    public void executeJobs(List<String> jobs, ProcessEngineImpl engine) {
        taken.addAll(jobs);
        super.executeJobs(jobs, engine);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobs, engine) {
            @Override
            protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
                try {
                    super.executeJob(job, commands, failures);
                } finally {
                    // A job that it has led to in the same instance is done by the same thread.
                    taken.addAll(Context.getJobExecutorContext().getCurrentProcessorJobQueue());
                    taken.remove(job);
                }
            }
        };
    }
}
