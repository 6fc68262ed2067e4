package io.opsflow.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The engine alone: the same diagram and forms, history level, kind of database, pool and job executor, and of the ticket
 * only the variables that the diagram reads. No Spring, no ticket, no log, no inbox, no permission, no form check.
 */
final class RawEngine implements Subject, AutoCloseable {

    private final CountedSource pool;
    private final HikariDataSource connections;
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AtomicInteger keys = new AtomicInteger();

    RawEngine(HikariConfig settings) {
        connections = new HikariDataSource(settings);
        pool = new CountedSource(connections);
        DefaultJobExecutor jobs = new DefaultJobExecutor();
        jobs.setCorePoolSize(2);
        jobs.setMaxPoolSize(4);
        jobs.setQueueSize(6);
        jobs.setWaitTimeInMillis(2000);
        jobs.setMaxWait(10_000);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("raw");
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutor(jobs);
        configuration.setJobExecutorActivate(true);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setCmmnEnabled(false);
        configuration.setDefaultNumberOfRetries(3);
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setBeans(Map.of("closeTicket", (JavaDelegate) execution -> {}));
        engine = configuration.buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        deploy();
    }

    private void deploy() {
        try {
            DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
            for (String pattern :
                    new String[] {"classpath*:/bpmn/tickets/*.bpmn", "classpath*:/forms/tickets/*.form"}) {
                for (Resource model : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    deployment.addInputStream(String.valueOf(model.getFilename()), model.getInputStream());
                }
            }
            deployment.deploy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void live(Moves moves) {
        ProcessInstance ticket = moves.make(() -> runtime.startProcessInstanceByKey(
                "ticket-handling",
                "T-" + keys.incrementAndGet(),
                Map.of("requester", "requester", "priority", "high")));
        String id = ticket.getId();
        moves.make(() -> complete(id, "supervisor", Map.of("approved", true)));
        moves.make(() -> complete(id, "manager", Map.of("assignee", "engineer")));
        moves.make(() -> complete(id, null, Map.of()));
        moves.make(() -> complete(id, null, Map.of()));
        moves.make(() -> complete(id, null, Map.of("confirmed", true)));
    }

    private String complete(String instance, @Nullable String claimer, Map<String, Object> answers) {
        Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
        if (claimer != null) {
            tasks.claim(task.getId(), claimer);
        }
        tasks.complete(task.getId(), answers);
        return task.getId();
    }

    @Override
    public boolean isAllClosed() {
        return Product.isNothingRunning(pool);
    }

    CountedSource pool() {
        return pool;
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }
}
