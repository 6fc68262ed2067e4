package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.Cable;
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

/** A job that is interrupted leaves a lock of five minutes behind, which nobody waits for. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class InterruptedJobIT {

    @Test
    void a_job_runs_soon_after_the_next_start_of_its_node_or_the_return_of_its_database(@TempDir Path folder)
            throws Exception {
        try (LabDatabase database = new LabDatabase();
                Cable cable = new Cable(database.port());
                RunningProduct product = new RunningProduct(folder, database.settingsThrough(cable.port()))) {
            String first = interrupted(product, database, () -> {
                cable.pull();
                DatabaseAwayIT.isToldBy(product);
                // Twice: if the engine could still write that the job failed, it would be tried again in its own time.
                DatabaseAwayIT.isToldBy(product);
            });
            cable.plug();
            isClosed(product, first);

            String second = interrupted(product, database, product::kill);
            product.start();
            isClosed(product, second);

            try (Connection connection = database.connect()) {
                assertThat(Truth.contradictions(connection)).isEmpty();
            }
        }
    }

    /** A ticket whose closing was interrupted, and its key. */
    private static String interrupted(RunningProduct product, LabDatabase database, Runnable interruption)
            throws SQLException {
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
            interruption.run();
            held.rollback();
        }
        assertThat(lockedJobs(database)).isEqualTo(1);
        return key;
    }

    private static void isClosed(RunningProduct product, String key) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            RunningProduct.Answer ticket = product.call("viewer", "GET", "/tickets/" + key, null);
            return ticket.body().path("status").asText().equals("closed");
        });
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
