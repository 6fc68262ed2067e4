package io.opsflow.workflow;

import io.opsflow.platform.AtStart;
import io.opsflow.platform.OpsFlowSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Jobs that this node was about to run when it was killed run at its next start. By itself the engine would wait until
 * their locks end, minutes later, because it gives every start of a node another name.
 */
@Component
class InterruptedJobs extends AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(InterruptedJobs.class);

    private final ProcessEngine engine;
    private final JdbcTemplate sql;
    private final Path folder;

    InterruptedJobs(ProcessEngine engine, JdbcTemplate sql, OpsFlowSettings settings) {
        super(ENGINE);
        this.engine = engine;
        this.sql = sql;
        this.folder = settings.data();
    }

    @Override
    protected void run() {
        String node = node();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getJobExecutor()
                .setLockOwner(node);
        int freed = sql.update(
                "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null where LOCK_OWNER_ = ?", node);
        if (freed > 0) {
            LOG.info("{} jobs were interrupted by the last stop and run now", freed);
        }
    }

    /** The data folder belongs to one running node at a time, so a name that lies in it does too. */
    private String node() {
        try {
            Path name = folder.resolve("node");
            if (!Files.exists(name)) {
                Files.createDirectories(folder);
                Files.writeString(name, UUID.randomUUID().toString());
            }
            return Files.readString(name).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
