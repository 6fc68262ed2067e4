package io.opsflow.workflow;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database in which an older release has deployed the ticket's process and its owner has then deployed a process with
 * a second review: what this program brings is newer and not deployed.
 */
public final class StagedRelease implements AutoCloseable {

    /** The process. */
    public static final String KEY = "ticket-handling";

    private static final Path SECOND_REVIEW = Path.of("src/test/resources/models/second-review/ticket-handling.bpmn");

    private final RepositoryService repository;
    private final JdbcTemplate sql;
    private final List<String> before;
    private final String name;

    public StagedRelease(ProcessEngine engine, JdbcTemplate sql) {
        this.repository = engine.getRepositoryService();
        this.sql = sql;
        this.before = deployments();
        this.name = sql.queryForObject(
                "select NAME_ from ACT_RE_DEPLOYMENT where SOURCE_ = 'opsflow-bundle' and NAME_ like 'ticket-handling"
                        + " %'",
                String.class);
        sql.update("update ACT_RE_DEPLOYMENT set NAME_ = 'ticket-handling older' where NAME_ = ?", name);
        ProcessEngineConfigurationImpl settings =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        engine.getIdentityService().setAuthenticatedUserId("owner");
        try {
            settings.getCommandExecutorTxRequired()
                    .execute(context ->
                            context.runWithoutAuthorization(() -> TestModels.deployLive(repository, secondReview())));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    static ModelUnit secondReview() {
        return ModelUnit.process(KEY, TestModels.read(SECOND_REVIEW), TestModels.forms());
    }

    private List<String> deployments() {
        return repository.createProcessDefinitionQuery().processDefinitionKey(KEY).list().stream()
                .map(definition -> definition.getDeploymentId())
                .toList();
    }

    @Override
    public void close() {
        deployments().stream()
                .filter(deployment -> !before.contains(deployment))
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        sql.update("delete from kept_model");
        sql.update("update ACT_RE_DEPLOYMENT set NAME_ = ? where NAME_ = 'ticket-handling older'", name);
    }
}
