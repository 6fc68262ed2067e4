package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.OpsFlowTest;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OpsFlowTest
class LostJobsTest {

    private static final String HERE = "this-node";
    private static final LocalDateTime UNTIL = LocalDateTime.of(2026, 11, 21, 12, 5);

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private ProcessEngine engine;

    private final NodeJobs jobs = new NodeJobs();
    private LostJobs lost;

    @BeforeEach
    void node() {
        jobs.setLockOwner(HERE);
        jobs.setTaskExecutor(never -> {});
        lost = new LostJobs(jobs, sql);
    }

    @AfterEach
    void clear() {
        sql.update("delete from ACT_RU_JOB where ID_ like 'lost-%'");
    }

    @Test
    void what_the_node_holds_and_does_not_do_is_freed_when_it_is_seen_a_second_time() {
        locked("lost-1", HERE);

        lost.free();
        assertThat(holder("lost-1")).containsExactly(HERE);
        lost.free();
        assertThat(holder("lost-1")).containsOnlyNulls();
    }

    @Test
    void what_it_has_still_to_do_stays_its_own_and_so_does_what_others_do() {
        locked("lost-1", HERE);
        locked("lost-2", "another-node");
        jobs.executeJobs(List.of("lost-1"), (ProcessEngineImpl) engine);

        lost.free();
        lost.free();

        assertThat(holder("lost-1")).containsExactly(HERE);
        assertThat(holder("lost-2")).containsExactly("another-node");
    }

    @Test
    void what_was_taken_anew_meanwhile_is_not_what_was_seen() {
        locked("lost-1", HERE);
        lost.free();
        sql.update("update ACT_RU_JOB set LOCK_EXP_TIME_ = ? where ID_ = 'lost-1'", UNTIL.plusMinutes(1));

        lost.free();
        assertThat(holder("lost-1")).containsExactly(HERE);
        lost.free();
        assertThat(holder("lost-1")).containsOnlyNulls();
    }

    private void locked(String job, String owner) {
        sql.update(
                "insert into ACT_RU_JOB (ID_, REV_, TYPE_, LOCK_OWNER_, LOCK_EXP_TIME_) values (?, 1, 'message', ?, ?)",
                job,
                owner,
                UNTIL);
    }

    private List<String> holder(String job) {
        return sql.queryForList("select LOCK_OWNER_ from ACT_RU_JOB where ID_ = ?", String.class, job);
    }
}
