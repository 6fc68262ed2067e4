package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.cli.Finding.Level;
import io.opsflow.platform.DataFolder;
import io.opsflow.platform.OpsFlowSettings.Database;
import io.opsflow.platform.OpsFlowSettings.Profile;
import io.opsflow.platform.StartRefused;
import io.opsflow.workflow.EngineSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every finding, made to happen, with its sentence and its way out in both languages. */
class DoctorTest {

    private static final long MB = 1024L * 1024;
    private static final Path FOLDER = Path.of("/srv/opsflow");

    @TempDir
    private Path folder;

    @Test
    void room_is_enough_little_or_none() {
        is(Level.OK, MachineChecks.room("data-folder", FOLDER, 5_000 * MB), "5000");
        is(Level.HINT, MachineChecks.room("data-folder", FOLDER, 800 * MB), "800");
        is(Level.PROBLEM, MachineChecks.room("data-folder", FOLDER, 100 * MB), "100");
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_problem() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        is(Level.PROBLEM, MachineChecks.room("data-folder", file), file.toString());
        is(Level.OK, MachineChecks.room("data-folder", folder.resolve("not/yet")), folder.toString());
    }

    @Test
    void memory_and_open_files_are_enough_or_few() {
        is(Level.OK, MachineChecks.memory(4_000 * MB), "4000");
        is(Level.HINT, MachineChecks.memory(900 * MB), "900");
        is(Level.OK, MachineChecks.openFiles(65_536), "65536");
        is(Level.HINT, MachineChecks.openFiles(1_024), "1024");
    }

    @ParameterizedTest
    @EnumSource
    void the_key_is_in_order_once_the_settings_are(Profile profile) {
        is(Level.OK, MachineChecks.key(profile), "");
    }

    @Test
    void mail_is_not_set_up_and_the_zone_is_told() {
        is(Level.HINT, MachineChecks.mail(), "");
        is(Level.OK, MachineChecks.zone(ZoneId.of("Asia/Shanghai")), "Asia/Shanghai");
    }

    @Test
    void an_old_database_is_a_problem() {
        is(Level.PROBLEM, DatabaseChecks.version("MySQL", "5.7.44", 5), "5.7.44");
        is(Level.OK, DatabaseChecks.version("MySQL", "8.4.3", 8), "8.4.3");
    }

    @Test
    void clocks_that_differ_are_a_problem() {
        is(Level.OK, DatabaseChecks.skew(Duration.ofSeconds(-2)), "2");
        is(Level.PROBLEM, DatabaseChecks.skew(Duration.ofSeconds(-90)), "90");
        is(Level.PROBLEM, DatabaseChecks.skew(Duration.ofSeconds(90)), "90");
    }

    @Test
    void a_large_file_is_told() {
        is(Level.OK, DatabaseChecks.file(30 * MB), "30");
        is(Level.HINT, DatabaseChecks.file(3_000 * MB), "3000");
    }

    @ParameterizedTest
    @EnumSource
    void every_state_of_the_tables_has_its_words(Schema.State state) {
        Finding finding = DatabaseChecks.schema(new Schema(state, "a, b", 2, EngineSchema.State.READY));
        Level level = state == Schema.State.READY ? Level.OK : state == Schema.State.EMPTY ? Level.HINT : Level.PROBLEM;
        is(level, finding, level == Level.PROBLEM ? "a, b" : "");
    }

    @ParameterizedTest
    @EnumSource
    void every_state_of_the_engine_has_its_words(EngineSchema.State state) {
        Finding finding = DatabaseChecks.engine(new EngineSchema(state, "7.1.0", Set.of("ACT_A")));
        Level level = state == EngineSchema.State.READY
                ? Level.OK
                : state == EngineSchema.State.ABSENT ? Level.HINT : Level.PROBLEM;
        is(level, finding, "");
    }

    @Test
    void a_database_that_is_not_there_is_a_problem_with_its_name() {
        var settings = Tables.settings(folder, new Database("jdbc:mysql://127.0.0.1:1/opsflow", "opsflow", "", 5));
        List<Finding> findings = DatabaseChecks.of(settings);
        assertThat(findings).hasSize(1);
        is(Level.PROBLEM, findings.get(0), "127.0.0.1:1");
    }

    @Test
    void a_file_in_use_is_told_with_the_process() throws Exception {
        try (DataFolder running = DataFolder.take(folder)) {
            assertThat(running).isNotNull();
            List<Finding> findings = DatabaseChecks.of(Tables.settings(folder, file()));
            assertThat(findings).hasSize(1);
            is(
                    Level.HINT,
                    findings.get(0),
                    String.valueOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    void a_folder_that_nobody_may_write_is_not_taken_for_one_in_use() {
        is(
                Level.PROBLEM,
                DatabaseChecks.inUse(new StartRefused("platform.data-not-writable", FOLDER)),
                FOLDER.toString());
    }

    @Test
    void a_file_is_looked_at_from_version_to_clock() throws Exception {
        try (var connection = DriverManager.getConnection(file().url(), "sa", "")) {
            connection.createStatement().execute("create table anything (id int)");
        }
        Clock late = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(DatabaseChecks.of(Tables.settings(folder, file()), late))
                .extracting(Finding::key)
                .containsExactly(
                        "cli.doctor.file",
                        "cli.doctor.database",
                        "cli.doctor.schema-empty",
                        "cli.doctor.engine-absent",
                        "cli.doctor.clock-skew");
    }

    @Test
    void no_file_is_no_problem() {
        List<Finding> findings = DatabaseChecks.of(Tables.settings(folder, file()));
        assertThat(findings).extracting(Finding::key).containsExactly("cli.doctor.schema-empty");
    }

    private Database file() {
        return new Database("jdbc:h2:file:" + folder.resolve("opsflow"), "sa", "", 5);
    }

    private static void is(Level level, Finding finding, String detail) {
        assertThat(finding.level()).isEqualTo(level);
        for (Locale locale : Arrays.asList(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Words words = new Words(locale);
            assertThat(finding.sentence(words)).isNotBlank().contains(detail);
            assertThat(finding.fields(words)).containsEntry("check", finding.check());
            if (level != Level.OK) {
                assertThat(finding.wayOut(words)).isNotBlank();
            }
        }
    }
}
