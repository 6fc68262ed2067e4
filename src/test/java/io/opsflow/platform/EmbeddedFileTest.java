package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileTest {

    private static final int ROWS = 500;

    @TempDir
    Path folder;

    @BeforeEach
    void many_small_commits() throws SQLException {
        try (Connection database = open();
                Statement statement = database.createStatement()) {
            statement.execute("create table note (id bigint primary key, text varchar(200))");
            try (PreparedStatement insert = database.prepareStatement("insert into note values (?, ?)")) {
                for (int id = 0; id < ROWS; id++) {
                    insert.setInt(1, id);
                    insert.setString(2, "x".repeat(150));
                    insert.execute();
                }
            }
        }
    }

    @Test
    void a_large_file_that_is_mostly_unused_is_written_anew_and_keeps_every_row() throws Exception {
        long before = size();
        assertThat(before).isGreaterThan(2_000_000);

        EmbeddedFile.close(open(), 1_000_000);

        assertThat(size()).isLessThan(before / 10);
        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void a_small_file_is_left_as_it_is() throws Exception {
        long before = size();

        EmbeddedFile.close(open());

        assertThat(size()).isBetween(before - 100_000, before + 100_000);
        assertThat(rows()).isEqualTo(ROWS);
    }

    @Test
    void a_database_in_memory_has_no_file() throws SQLException {
        Connection memory = DriverManager.getConnection("jdbc:h2:mem:");

        EmbeddedFile.close(memory);

        assertThat(memory.isClosed()).isTrue();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(DatabaseUrl.completed(DatabaseUrl.inFolder(folder)));
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("opsflow.mv.db"));
    }

    private int rows() throws SQLException {
        try (Connection database = open();
                Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from note")) {
            count.next();
            return count.getInt(1);
        }
    }
}
