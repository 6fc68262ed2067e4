package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of the fault tests is tried itself: whatever is falsified behind the product's back is found. */
class TruthIT {

    @TempDir
    static Path folder;

    @BeforeAll
    static void a_demo_that_has_ended() {
        new RunningProduct(folder, Map.of()).close();
    }

    @Test
    void what_the_product_leaves_has_no_contradiction() throws Exception {
        assertThat(contradictions("select 1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            update ticket set status = 70 where id = (select min(id) from ticket where status = 10) | is closed
            update ticket set status = 10 where id = (select min(id) from ticket where status = 70) | has no process
            update ticket set moves = moves + 1 where id = (select min(id) from ticket) | the log ends at line
            delete from ticket_log where step = 1 and ticket_id = (select min(id) from ticket) | does not follow
            update ticket_log set to_status = 70 where step = 1 and ticket_id = (select max(id) from ticket) | the log ends
            delete from inbox_entry where task_id = (select min(id) from inbox_task) | people that are missing
            update inbox_entry set principal = 'u:nobody' where task_id = (select min(id) from inbox_task) | people that should not be
            update inbox_task set assignee = 'nobody' where id = (select min(id) from inbox_task) | tasks that are missing
            update inbox_task set status = 'nowhere' where id = (select min(id) from inbox_task) | tasks that should not be
            delete from inbox_task where id = (select min(id) from inbox_task) | tasks that are missing
            update ACT_RU_JOB set RETRIES_ = 0 | failed jobs
            delete from ACT_RU_JOB | jobs that are missing
            delete from ACT_GE_BYTEARRAY where NAME_ = 'assign-ticket.form' | assign-ticket.form is missing
            """)
    void what_was_falsified_is_found(String lie, String found) throws Exception {
        assertThat(contradictions(lie))
                .anySatisfy(sentence -> assertThat(sentence).contains(found));
    }

    private static List<String> contradictions(String lie) throws SQLException, IOException {
        Path copy = Files.copy(folder.resolve("opsflow.mv.db"), folder.resolve(System.nanoTime() + ".mv.db"));
        String url = "jdbc:h2:file:" + copy.toString().replaceFirst("\\.mv\\.db$", "");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(lie);
            return Truth.contradictions(connection);
        }
    }
}
