package io.opsflow.workflow;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Jobs whose end could not be written because the database was away run soon after it is back. By itself the engine would
 * wait until their locks end, minutes later.
 */
class LostJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LostJobs.class);

    private final NodeJobs jobs;
    private final JdbcTemplate sql;
    private Map<String, LocalDateTime> suspects = Map.of();

    LostJobs(NodeJobs jobs, JdbcTemplate sql) {
        this.jobs = jobs;
        this.sql = sql;
    }

    /** Frees what this node holds and does not do, now as the last time: once it may merely be about to begin. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    void free() {
        try {
            Map<String, LocalDateTime> idle = idle();
            suspects.forEach((job, until) -> {
                if (until.equals(idle.get(job))) {
                    free(job, until);
                }
            });
            suspects = idle;
        } catch (DataAccessException e) {
            LOG.debug("Jobs cannot be looked at", e);
        }
    }

    /** Until when this node holds what it does not do. */
    private Map<String, LocalDateTime> idle() {
        Map<String, LocalDateTime> idle = new HashMap<>();
        sql.query(
                "select ID_, LOCK_EXP_TIME_ from ACT_RU_JOB where LOCK_OWNER_ = ? and LOCK_EXP_TIME_ is not null",
                row -> {
                    String job = row.getString(1);
                    if (!jobs.has(job)) {
                        idle.put(job, row.getObject(2, LocalDateTime.class));
                    }
                },
                jobs.getLockOwner());
        return idle;
    }

    private void free(String job, LocalDateTime until) {
        int freed = sql.update(
                "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null"
                        + " where ID_ = ? and LOCK_OWNER_ = ? and LOCK_EXP_TIME_ = ?",
                job,
                jobs.getLockOwner(),
                until);
        if (freed > 0) {
            LOG.info("Job {} came to no end and runs again", job);
        }
    }
}
