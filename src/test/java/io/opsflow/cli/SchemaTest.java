package io.opsflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.cli.Schema.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    private Path folder;

    @Test
    void a_new_database_is_empty() throws Exception {
        try (Tables tables = new Tables()) {
            assertThat(tables.schema().state()).isEqualTo(State.EMPTY);
            assertThat(tables.schema().pending()).isGreaterThan(5);
        }
    }

    @Test
    void where_there_is_no_file_none_is_made() {
        var database = new io.opsflow.platform.OpsFlowSettings.Database(
                "jdbc:h2:file:" + folder.resolve("opsflow"), "sa", "", 5);
        Schema schema = Schema.of(Tables.settings(folder, database));
        assertThat(schema.state()).isEqualTo(State.EMPTY);
        assertThat(schema.pending()).isGreaterThan(5);
        assertThat(Files.exists(folder.resolve("opsflow.mv.db"))).isFalse();
    }

    @Test
    void the_tables_of_this_program_are_ready() throws Exception {
        try (Tables tables = Tables.ofThisProgram()) {
            assertThat(tables.schema()).returns(State.READY, Schema::state).returns(0, Schema::pending);
            tables.schema().mustBeReady();
        }
    }

    @Test
    void tables_that_lack_a_change_are_older() throws Exception {
        try (Tables tables = new Tables().migrated("20261120.0900").withEngine(5)) {
            refused(tables, State.OLDER, "init-db");
        }
    }

    @Test
    void tables_without_the_engines_are_older() throws Exception {
        try (Tables tables = new Tables().migrated("latest")) {
            refused(tables, State.OLDER, "init-db");
        }
    }

    @Test
    void a_change_that_this_program_does_not_know_is_newer() throws Exception {
        try (Tables tables = Tables.ofThisProgram()) {
            tables.run("insert into \"flyway_schema_history\" values (1000, '20991231.0000', 'x', 'SQL', 'V9.sql', 1,"
                    + " 'sa', current_timestamp, 1, true)");
            refused(tables, State.NEWER, "20991231");
        }
    }

    @Test
    void a_change_between_those_that_are_known_is_newer_too() throws Exception {
        try (Tables tables = Tables.ofThisProgram()) {
            tables.run("insert into \"flyway_schema_history\" values (1000, '20261120.0801', 'x', 'SQL', 'V9.sql', 1,"
                    + " 'sa', current_timestamp, 1, true)");
            refused(tables, State.NEWER, "20261120.0801");
        }
    }

    @Test
    void a_migration_with_another_content_is_changed() throws Exception {
        try (Tables tables = Tables.ofThisProgram()) {
            tables.run("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '20261120.0900'");
            refused(tables, State.CHANGED, "V20261120_0900__tickets_ticket.sql");
        }
    }

    @Test
    void an_engine_of_another_version_is_older_or_newer() throws Exception {
        try (Tables tables = Tables.ofThisProgram()) {
            tables.run("update ACT_GE_SCHEMA_LOG set VERSION_ = '7.23.0'");
            refused(tables, State.OLDER, "7.23.0");
            tables.run("insert into ACT_GE_SCHEMA_LOG values ('1', current_timestamp, '7.100.0')");
            refused(tables, State.NEWER, "7.100.0");
            tables.run("update ACT_GE_SCHEMA_LOG set VERSION_ = '7.24.9' where ID_ = '1'");
            assertThat(tables.schema().state()).as("a patch").isEqualTo(State.READY);
        }
    }

    @Test
    void an_engine_that_was_killed_while_it_made_tables_is_incomplete() throws Exception {
        try (Tables tables = new Tables().migrated("latest").withEngine(4)) {
            refused(tables, State.INCOMPLETE, "ACT_HI_DEC");
        }
        try (Tables tables = Tables.ofThisProgram()) {
            tables.run("drop index ACT_IDX_HI_DEC_OUT_RM_TIME");
            refused(tables, State.INCOMPLETE, "ACT_IDX_HI_DEC_OUT_RM_TIME");
        }
    }

    @Test
    void a_migration_that_was_killed_is_incomplete() throws Exception {
        try (Tables tables = new Tables().migrated("20261120.0800").run("create table app_user (id bigint)")) {
            refused(tables, State.INCOMPLETE, "app_user");
        }
    }

    @Test
    void what_a_killed_first_start_left_is_removed_and_nothing_else() throws Exception {
        try (Tables tables =
                new Tables().migrated("20261120.0900").withEngine(2).run("create table theirs (id int)")) {
            TornTables.drop(tables.settings());
            assertThat(tables.schema().state()).isEqualTo(State.EMPTY);
            tables.run("insert into theirs values (1)");
        }
    }

    @Test
    void where_a_start_has_come_to_its_end_nothing_is_removed() throws Exception {
        try (Tables tables = Tables.ofThisProgram()) {
            tables.run("drop index ACT_IDX_HI_DEC_OUT_RM_TIME");
            tables.run("insert into ACT_RE_DEPLOYMENT (ID_) values ('1')");
            assertThatThrownBy(() -> TornTables.drop(tables.settings())).isInstanceOf(Refused.class);
            tables.run("select * from app_user");
        }
    }

    private static void refused(Tables tables, State state, String detail) throws SQLException {
        Schema schema = tables.schema();
        assertThat(schema.state()).isEqualTo(state);
        assertThatThrownBy(schema::mustBeReady).isInstanceOfSatisfying(Refused.class, refusal -> {
            assertThat(refusal.exit()).isEqualTo(Exit.UNAVAILABLE);
            assertThat(refusal.sentence(new Words(Locale.ENGLISH))).contains(detail);
            assertThat(refusal.sentence(new Words(Locale.SIMPLIFIED_CHINESE))).contains(detail);
        });
    }
}
