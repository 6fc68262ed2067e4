package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged program beside a running server on MySQL, and on tables that a kill has left. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class TranscriptMySqlIT {

    @TempDir
    private Path folder;

    @Test
    void beside_a_running_server_everything_works_and_its_jobs_stay_its_own() throws Exception {
        try (LabDatabase database = new LabDatabase()) {
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.put("OPSFLOW_DEMO_DATA", "false");
            Prompt prompt = new Prompt(folder, settings);
            prompt.types("init-db").exits(0);
            String node;
            try (RunningProduct product = new RunningProduct(folder, settings)) {
                node = Files.readString(folder.resolve("node")).strip();
                assertThat(prompt.types("init-db", "--json")
                                .exits(0)
                                .json()
                                .path("changes_made")
                                .asInt())
                        .isZero();
                prompt.pipes("quiet-Harbour-41\n", "create-user", "liming", "--role=REQUESTER", "--password-stdin")
                        .exits(0);
                product.call(
                                "requester",
                                "POST",
                                "/tickets",
                                Map.of("title", "t", "task_type", "demand", "priority", "low"))
                        .ok();
                JsonNode left = prompt.types("delete-user", "requester", "--colleague=requester2", "--json")
                        .exits(0)
                        .json();
                assertThat(left.path("outcome").asText()).isEqualTo("deactivated");
                assertThat(product.call("requester", "GET", "/tickets", null).status())
                        .isEqualTo(401);
                assertThat(prompt.types("doctor", "--lang=zh").exits(0).out()).contains("MySQL", "表：与本版本一致");

                assertThat(Files.readString(folder.resolve("node")).strip()).isEqualTo(node);
                assertThat(product.health()).isEqualTo(200);
            }
            // The server frees by itself what it holds and does not do; a command leaves it alone.
            execute(
                    database,
                    "insert into ACT_RU_JOB (ID_, REV_, TYPE_, LOCK_EXP_TIME_, LOCK_OWNER_, EXCLUSIVE_, RETRIES_,"
                            + " SUSPENSION_STATE_) values ('held', 1, 'message',"
                            + " utc_timestamp() + interval 1 hour, '" + node + "', false, 3, 1)");
            prompt.types("init-db").exits(0);
            prompt.types("list-users").exits(0);
            prompt.types("delete-user", "liming").exits(0);
            assertThat(text(database, "select LOCK_OWNER_ from ACT_RU_JOB where ID_ = 'held'"))
                    .isEqualTo(node);
            execute(
                    database,
                    "insert into flyway_schema_history values (1000, '20991231.0000', 'x', 'SQL', 'V9.sql', 1, 'x',"
                            + " now(), 1, true)");
            assertThat(prompt.types("list-users").exits(3).err()).contains("20991231", "newer version");
            assertThat(prompt.types("init-db", "--lang=zh").exits(3).err()).contains("20991231", "请使用新版程序");
        }
    }

    @Test
    void a_first_run_that_was_killed_is_told_and_made_anew_on_demand() throws Exception {
        try (LabDatabase database = new LabDatabase()) {
            Prompt prompt = new Prompt(folder, database.settings());
            Process first = prompt.start("init-db");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> Integer.parseInt(text(
                                    database,
                                    "select count(*) from information_schema.tables where table_schema = database()"
                                            + " and table_name like 'ACT%'"))
                            > 5);
            first.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly().waitFor();

            assertThat(prompt.types("init-db").exits(3).err()).contains("incomplete", "--redo");
            assertThat(prompt.types("list-users", "--lang=zh").exits(3).err()).contains("表不完整");
            assertThat(prompt.types("doctor", "--json").exits(1).json().findValuesAsText("code"))
                    .contains("schema-incomplete");

            prompt.types("init-db", "--redo").exits(0);
            prompt.types("doctor").exits(0);
            assertThat(prompt.types("list-users", "--size=1", "--json")
                            .exits(0)
                            .json()
                            .path("items"))
                    .hasSize(1);
        }
    }

    private static void execute(LabDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(LabDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
