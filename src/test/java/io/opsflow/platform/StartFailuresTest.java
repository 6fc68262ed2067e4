package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.web.server.PortInUseException;

class StartFailuresTest {

    @TempDir
    private Path folder;

    @Test
    void a_taken_port_is_named_with_the_setting_that_changes_it() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> StartChecks.tryPort("127.0.0.1", other.getLocalPort()))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                            .contains("Port " + other.getLocalPort() + " is taken", "OPSFLOW_PORT"));
        }
    }

    @Test
    void a_port_that_was_taken_in_the_meantime_is_named_as_well() {
        assertThat(sentence(new PortInUseException(8080), null)).contains("Port 8080 is taken");
    }

    @Test
    void a_port_or_address_the_system_refuses_is_explained() {
        assertThat(StartFailures.notBound(new BindException("Permission denied"), "127.0.0.1", 80)
                        .key())
                .isEqualTo("platform.port-refused");
        assertThat(StartFailures.notBound(new BindException("Cannot assign requested address"), "192.0.2.1", 80)
                        .key())
                .isEqualTo("platform.bad-address");
    }

    @Test
    void a_data_folder_belongs_to_one_process_at_a_time() throws IOException {
        try (DataFolder mine = DataFolder.take(folder)) {
            assertThat(mine).isNotNull();
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                            .contains(
                                    folder.toString(),
                                    "process " + ProcessHandle.current().pid(),
                                    "OPSFLOW_DATA"));
        }
        DataFolder.take(folder).close();
    }

    @Test
    void a_database_that_does_not_answer_is_named() {
        OpsFlowSettings settings = settings("jdbc:mysql://127.0.0.1:1/opsflow");
        Throwable failure = catchThrowable(
                () -> DriverManager.getConnection(settings.database().url(), "me", "pw"));
        assertThat(sentence(new BeanCreationException("flyway", "failed", failure), settings))
                .contains("127.0.0.1:1 cannot be reached", "OPSFLOW_DB_URL");
    }

    @Test
    void a_database_that_refuses_says_whom() {
        OpsFlowSettings settings = settings("jdbc:mysql://db.example/opsflow");
        assertThat(sentence(new SQLException("Access denied", "28000", 1045), settings))
                .contains("db.example", "\"me\"", "OPSFLOW_DB_PASSWORD");
        assertThat(sentence(new SQLException("Unknown database", "42000", 1049), settings))
                .contains("\"opsflow\"", "\"me\"");
    }

    @Test
    void a_wrong_password_for_the_file_is_explained() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("opsflow");
        DriverManager.getConnection(url, "me", "first").close();
        OpsFlowSettings settings = settings(url);
        Throwable failure = catchThrowable(
                () -> DriverManager.getConnection(settings.database().url(), "me", "other"));
        assertThat(sentence(failure, settings)).contains("does not let the user \"me\" in");
    }

    @Test
    void tables_that_a_killed_start_left_unfinished_are_named_with_a_way_out() throws SQLException {
        var exists = new SQLException("Table 'app_user' already exists", "42S01", 1050);
        assertThat(sentence(exists, settings("jdbc:mysql://db.example/opsflow")))
                .contains("app_user", "init-db --redo", "backup");
        String url = "jdbc:h2:file:" + folder.resolve("opsflow");
        try (var connection = DriverManager.getConnection(url, "me", "");
                var statement = connection.createStatement()) {
            statement.execute("create table app_user (id int)");
            Throwable again = catchThrowable(() -> statement.execute("create table app_user (id int)"));
            Throwable missing = catchThrowable(() -> statement.execute("select * from elsewhere"));
            assertThat(sentence(again, settings(url))).contains("incomplete");
            assertThat(sentence(missing, settings(url))).contains("incomplete");
        }
    }

    @Test
    void what_nobody_can_remove_is_left_to_the_log() {
        assertThat(StartFailures.reason(new IllegalStateException("a bug"), null))
                .isEmpty();
    }

    private OpsFlowSettings settings(String url) {
        return new SettingsReader(
                        Map.of("opsflow.data", folder.toString(), "opsflow.db.url", url, "opsflow.db.user", "me")::get)
                .read();
    }

    private static String sentence(Throwable failure, @Nullable OpsFlowSettings settings) {
        StartRefused refused = StartFailures.reason(failure, settings).orElseThrow();
        assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE)).doesNotContain("{");
        return refused.sentence(Locale.ENGLISH);
    }
}
