package io.opsflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

    @Test
    void migrations_are_named_after_their_time_and_their_module() throws IOException {
        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(
                        file.getFileName().toString())
                .matches("V20\\d{6}_\\d{4}__" + MIGRATIONS.relativize(file).getName(0) + "_[a-z0-9_]+\\.sql"));
    }

    @Test
    void no_two_migrations_have_the_same_version() throws IOException {
        assertThat(files().stream().map(file -> file.getFileName().toString().split("__", 2)[0]))
                .doesNotHaveDuplicates();
    }

    @Test
    void instants_are_kept_to_the_microsecond_beyond_2038() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file))
                    .as(file.toString())
                    .doesNotContainPattern("(?i)\\btimestamp\\b")
                    .doesNotContainPattern("(?i)\\bdatetime\\b(?!\\(6\\))");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
