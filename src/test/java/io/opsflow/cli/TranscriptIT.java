package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the packaged program on an embedded database, from an empty folder to a running server. */
class TranscriptIT {

    private static final String PASSWORD = "quiet-Harbour-41";

    @TempDir
    private Path folder;

    @Test
    void from_an_empty_folder_to_people_and_back() throws Exception {
        Prompt prompt = new Prompt(folder, Map.of());
        assertThat(prompt.types("list-users").exits(3).err()).contains("opsflow init-db");
        assertThat(Files.exists(folder.resolve("opsflow.mv.db"))).isFalse();
        assertThat(prompt.types("doctor", "--lang", "zh").exits(0).out()).contains("表：尚未创建", "邮件：未配置", "一切正常");

        assertThat(prompt.types("init-db", "--json")
                        .exits(0)
                        .json()
                        .path("changes_made")
                        .asInt())
                .isGreaterThan(5);
        assertThat(prompt.types("init-db").exits(0).out()).contains("nothing to do");

        assertThat(prompt.pipes(
                                PASSWORD + "\n",
                                "create-user",
                                "liming",
                                "--real-name=李明",
                                "--role=ENGINEER",
                                "--password-stdin")
                        .exits(0)
                        .out())
                .contains("Added liming");
        JsonNode weak = prompt.with("NEW_PASSWORD", "liming123")
                .types("create-user", "LiMing", "--password-env", "NEW_PASSWORD", "--lang=zh", "--json")
                .exits(1)
                .json()
                .path("error");
        assertThat(weak.path("fields").findValuesAsText("field")).contains("username", "password");
        assertThat(weak.path("message").asText()).matches(".*\\p{IsHan}.*").doesNotContain("liming123");

        JsonNode found =
                prompt.types("list-users", "-q", "李明", "--json").exits(0).json();
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.path("items").path(0).path("username").asText()).isEqualTo("liming");
        assertThat(found.path("items").path(0).path("roles").path(0).asText()).isEqualTo("ENGINEER");

        assertThat(prompt.types("delete-user", "admin", "--json")
                        .exits(1)
                        .json()
                        .path("error")
                        .path("code")
                        .asText())
                .isEqualTo("last-administrator");
        assertThat(prompt.types("delete-user", "liming", "--json")
                        .exits(0)
                        .json()
                        .path("outcome")
                        .asText())
                .isEqualTo("deleted");
        assertThat(Files.readString(folder.resolve("logs/commands.log"))).doesNotContain(PASSWORD, "liming123");
    }

    @Test
    void many_people_old_logs_and_a_log_that_somebody_altered() throws Exception {
        Prompt prompt = new Prompt(folder, Map.of());
        JsonNode filled = prompt.pipes(PASSWORD, "init-db", "--scale=60", "--password-stdin", "--json")
                .exits(0)
                .json();
        assertThat(filled.path("users_added").asInt()).isEqualTo(60);
        assertThat(filled.path("tickets_added").asInt()).isEqualTo(60);
        assertThat(filled.path("servers_added").asInt()).isEqualTo(60);

        Path old = Files.writeString(folder.resolve("logs/opsflow.log.2026-01-01.0.gz"), "old");
        Path young = Files.writeString(folder.resolve("logs/opsflow.log.2099-01-01.0.gz"), "young");
        Path current = Files.writeString(folder.resolve("logs/opsflow.log"), "current");
        for (Path file : List.of(old, current)) {
            assertThat(file.toFile().setLastModified(0)).isTrue();
        }
        assertThat(prompt.types("clear-logs", "--older-than=30d", "--dry-run", "--lang=zh")
                        .exits(0)
                        .out())
                .contains("1 个旧日志文件", "未做任何更改");
        assertThat(old).exists();
        assertThat(prompt.types("clear-logs", "--older-than=30d", "--json")
                        .exits(0)
                        .json()
                        .path("files"))
                .hasSize(1);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(current).exists();

        JsonNode intact = prompt.types("audit-verify", "--json").exits(0).json();
        assertThat(intact.path("entries").asInt()).isGreaterThanOrEqualTo(3);
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("opsflow"), "sa", "")) {
            assertThat(database.createStatement()
                            .executeUpdate("update audit_entry set on_behalf_of = 'somebody' where way = 'cli'"
                                    + " and on_behalf_of like 'os:%' and action = 'log.clear'"))
                    .isEqualTo(1);
        }
        assertThat(prompt.types("audit-verify", "--lang=zh").exits(1).out()).contains("✗", "绕过程序");
    }

    @Test
    void beside_a_running_server_the_embedded_file_is_left_alone() {
        try (RunningProduct product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"))) {
            Prompt prompt = new Prompt(folder, Map.of());
            String process = String.valueOf(product.process());
            assertThat(prompt.types("list-users").exits(3).err()).contains(process, "a running OpsFlow has it");
            assertThat(prompt.types("list-users", "--lang=zh").exits(3).err()).contains(process, "正被运行中的 OpsFlow 占用");
            assertThat(prompt.types("doctor").exits(0).out()).contains("process " + process);
            assertThat(product.health()).isEqualTo(200);
        }
    }
}
