package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that dies in the middle of a job leaves a lock of five minutes behind, which its next start does not wait for. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class InterruptedJobIT {

    @Test
    void a_job_that_was_running_when_its_node_was_killed_runs_after_the_next_start(@TempDir Path folder)
            throws Exception {
        try (LabDatabase database = new LabDatabase();
                RunningProduct product = new RunningProduct(folder, database.settings())) {
            String key = product.call("requester", "POST", "/tickets", Lives.REQUEST)
                    .ok()
                    .path("key")
                    .asText();
            try (Connection held = database.connect();
                    Statement statement = held.createStatement()) {
                held.setAutoCommit(false);
                // The line that the closing would write is taken, so the job waits in the middle of its transaction.
                statement.execute("insert into ticket_log (id, ticket_id, step, to_status, action, actor, created_at)"
                        + " values (999999999, " + key.substring(2) + ", 7, 70, 'close', 'x', now())");
                for (Lives.Move move : Lives.MOVES) {
                    product.call(move.user(), "POST", "/tickets/" + key + "/" + move.call(), move.body())
                            .ok();
                }
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> lockedJobs(database) == 1);
                product.kill();
                held.rollback();
            }
            assertThat(lockedJobs(database)).isEqualTo(1);

            product.start();

            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> product.call(
                            "viewer", "GET", "/tickets/" + key, null)
                    .ok()
                    .path("status")
                    .asText()
                    .equals("closed"));
            try (Connection connection = database.connect()) {
                assertThat(Truth.contradictions(connection)).isEmpty();
            }
        }
    }

    private static int lockedJobs(LabDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from ACT_RU_JOB where LOCK_OWNER_ is not null and LOCK_EXP_TIME_ >"
                                + " utc_timestamp()")) {
            assertThat(count.next()).isTrue();
            return count.getInt(1);
        }
    }
}
