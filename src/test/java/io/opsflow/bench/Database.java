package io.opsflow.bench;

import io.opsflow.testing.LabDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** Where a benchmark keeps its databases: new ones, gone afterwards. */
sealed interface Database extends AutoCloseable {

    String name();

    /** A new database: the settings that the product is told. */
    Map<String, String> create();

    /** The database's own process; 0 where it has none. */
    long process();

    @Override
    void close();

    /** H2, and MySQL where the lab is. */
    static List<Database> all() {
        List<Database> all = new ArrayList<>(List.of(new H2()));
        if (System.getenv("OPSFLOW_LAB_MYSQL_URL") != null) {
            all.add(new MySql());
        }
        return all;
    }

    /** Files, as the demo has one. */
    final class H2 implements Database {

        private final Path folder;

        H2() {
            try {
                folder = Files.createTempDirectory("opsflow-bench");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String name() {
            return "h2";
        }

        @Override
        public Map<String, String> create() {
            return Map.of(
                    "OPSFLOW_DB_URL",
                            "jdbc:h2:file:" + folder.resolve(UUID.randomUUID().toString()),
                    "OPSFLOW_DB_USER", "sa",
                    "OPSFLOW_DB_PASSWORD", "");
        }

        @Override
        public long process() {
            return 0;
        }

        @Override
        public void close() {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Databases of the lab's server. */
    final class MySql implements Database {

        private final List<LabDatabase> made = new ArrayList<>();
        private long process = -1;

        @Override
        public String name() {
            return "mysql";
        }

        @Override
        public Map<String, String> create() {
            LabDatabase database = new LabDatabase();
            made.add(database);
            if (process < 0) {
                process = Machine.mysqlOn(database.port());
            }
            return database.settings();
        }

        @Override
        public long process() {
            return process;
        }

        @Override
        public void close() {
            made.forEach(LabDatabase::close);
        }
    }
}
