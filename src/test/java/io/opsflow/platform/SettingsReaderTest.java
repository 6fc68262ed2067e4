package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.platform.OpsFlowSettings.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final String GOOD_KEY = "Jm0uB0m2nq5x8Zr3c1tQw7yEo4iU6pAsDfGhJkLzXcY=";

    @TempDir
    private Path folder;

    private final Map<String, String> given = new HashMap<>();

    @BeforeEach
    void in_a_folder_of_its_own() {
        given.put("opsflow.data", folder.resolve("data").toString());
    }

    @Test
    void nothing_needs_to_be_set_for_a_look_around() {
        OpsFlowSettings settings = read();
        assertThat(settings.profile()).isEqualTo(Profile.DEMO);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(settings.baseUrl()).hasToString("http://127.0.0.1:8080");
        assertThat(settings.database().url())
                .startsWith("jdbc:h2:file:")
                .endsWith("/data/opsflow;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;WRITE_DELAY=0;MAX_COMPACT_TIME=0");
        assertThat(settings.demoData()).isTrue();
    }

    @Test
    void a_key_file_is_written_whole_and_an_empty_one_is_not_replaced() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("secret.key.new"), "left by a start that was killed");
        read();
        assertThat(data.resolve("secret.key.new")).doesNotExist();

        Files.writeString(data.resolve("secret.key"), "");
        assertThatThrownBy(this::read).isInstanceOf(StartRefused.class);
        assertThat(data.resolve("secret.key")).isEmptyFile();
    }

    @Test
    void the_pool_has_twenty_connections_or_as_many_as_are_wanted() {
        assertThat(read().database().connections()).isEqualTo(20);
        given.put("opsflow.db.pool", "5");
        assertThat(read().database().connections()).isEqualTo(5);
        given.put("opsflow.db.pool", "200");
        assertThat(read().database().connections()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "201", "many", "-20", "20.5"})
    void a_pool_of_another_size_is_refused(String connections) {
        given.put("opsflow.db.pool", connections);
        assertThatThrownBy(this::read).isInstanceOf(StartRefused.class);
    }

    @Test
    void the_demo_keeps_its_secret_key_where_only_its_owner_reads_it() throws IOException {
        OpsFlowSettings first = read();
        Path file = folder.resolve("data/secret.key");
        assertThat(read().secretKey()).isEqualTo(first.secretKey());
        assertThat(first.secretKey().getEncoded()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_for_one_purpose_is_not_the_key_for_another() {
        OpsFlowSettings settings = read();
        assertThat(settings.keyFor("one")).isEqualTo(settings.keyFor("one")).isNotEqualTo(settings.keyFor("two"));
        assertThat(settings.keyFor("one").getEncoded())
                .hasSize(32)
                .isNotEqualTo(settings.secretKey().getEncoded());
    }

    @Test
    void what_is_printed_holds_no_secret() {
        given.put("opsflow.db.url", "jdbc:mysql://db.example/opsflow?password=in-the-url");
        given.put("opsflow.db.password", "not-for-the-log");
        assertThat(read().toString())
                .contains("db.example")
                .doesNotContain("not-for-the-log", "in-the-url", "secretKey");
    }

    @ParameterizedTest
    @CsvSource({
        "profile, staging, platform.bad-profile",
        "port, http, platform.bad-port",
        "port, 65536, platform.bad-port",
        "port, -1, platform.bad-port",
        "address, no.such.host.invalid, platform.bad-address",
        "time-zone, Mars/Olympus, platform.bad-time-zone",
        "base-url, opsflow.example.com, platform.bad-base-url",
        "base-url, ftp://example.com, platform.bad-base-url",
        "secret-key, dG9vIHNob3J0, platform.bad-secret-key",
        "secret-key, not base64!, platform.bad-secret-key",
        "db.url, jdbc:postgresql://db/opsflow, platform.db-url-kind",
    })
    void a_setting_that_makes_no_sense_is_refused_in_both_languages(String name, String value, String key) {
        given.put("opsflow." + name, value);
        assertRefused(key, name.startsWith("secret") ? "OPSFLOW_SECRET_KEY" : "OPSFLOW_");
    }

    @Test
    void a_secret_is_never_part_of_a_sentence() {
        given.put("opsflow.secret-key", "this is my very own secret");
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                        .doesNotContain("very own"));
    }

    @Test
    void production_names_the_secret_that_is_missing() {
        given.put("opsflow.profile", "production");
        assertRefused("platform.secret-missing", "OPSFLOW_SECRET_KEY");
        assertThat(folder.resolve("data/secret.key")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"change-me", "replace-this-with-32-bytes", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void production_does_not_take_a_placeholder_for_a_secret_key(String placeholder) {
        given.put("opsflow.profile", "production");
        given.put("opsflow.secret-key", placeholder);
        assertRefused("platform.secret-placeholder", "OPSFLOW_SECRET_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "'', platform.secret-missing",
        "opsflow, platform.secret-placeholder",
        "Change-Me, platform.secret-placeholder",
    })
    void production_does_not_run_on_a_server_whose_password_everybody_guesses(String password, String key) {
        given.put("opsflow.profile", "production");
        given.put("opsflow.secret-key", GOOD_KEY);
        given.put("opsflow.db.url", "jdbc:mysql://db/opsflow");
        given.put("opsflow.db.password", password);
        assertRefused(key, "OPSFLOW_DB_PASSWORD");
    }

    @Test
    void production_runs_with_real_secrets_and_listens_where_it_is_told() {
        given.put("opsflow.profile", "Production");
        given.put("opsflow.secret-key", GOOD_KEY);
        given.put("opsflow.address", "0.0.0.0");
        given.put("opsflow.base-url", "https://opsflow.example.com/");
        OpsFlowSettings settings = read();
        assertThat(settings.isDemo()).isFalse();
        assertThat(settings.demoData()).isFalse();
        assertThat(settings.baseUrl()).hasToString("https://opsflow.example.com");
    }

    @Test
    void whether_only_this_machine_reaches_it_is_known() {
        assertThat(read().isLocal()).isTrue();
        given.put("opsflow.base-url", "http://localhost:9000");
        assertThat(read().isLocal()).isTrue();
        given.put("opsflow.base-url", "https://127.0.0.1.example.com");
        assertThat(read().isLocal()).isFalse();
        given.remove("opsflow.base-url");
        given.put("opsflow.address", "0.0.0.0");
        assertThat(read().isLocal()).isFalse();
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_named() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        given.put("opsflow.data", folder.resolve("file/data").toString());
        assertRefused("platform.data-not-writable", folder.resolve("file/data").toString());
    }

    @Test
    void a_damaged_key_file_is_named_and_not_overwritten() throws IOException {
        Path file = folder.resolve("data/secret.key");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "half a k");
        assertRefused("platform.bad-key-file", file.toString());
        assertThat(file).hasContent("half a k");
    }

    private OpsFlowSettings read() {
        return new SettingsReader(given::get).read();
    }

    private void assertRefused(String key, String named) {
        assertThatThrownBy(this::read).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.key()).isEqualTo(key);
            assertThat(refused.sentence(Locale.ENGLISH)).contains(named).doesNotContain("{");
            assertThat(refused.sentence(Locale.SIMPLIFIED_CHINESE))
                    .contains(named)
                    .doesNotContain("{");
        });
    }
}
