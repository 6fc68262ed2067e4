package io.opsflow.cli;

import io.opsflow.kernel.MovableClock;
import io.opsflow.platform.DataFolder;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.StartFailures;
import io.opsflow.platform.StartRefused;
import io.opsflow.workflow.EngineSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether the database answers, is one that is supported, holds the right tables and knows what time it is. */
final class DatabaseChecks {

    private static final long LARGE_FILE = 2L * 1024 * 1024 * 1024;
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final int OLDEST_MYSQL = 8;

    private DatabaseChecks() {}

    static List<Finding> of(OpsFlowSettings settings) {
        return of(settings, new MovableClock());
    }

    static List<Finding> of(OpsFlowSettings settings, Clock clock) {
        List<Finding> findings = new ArrayList<>();
        if (settings.database().isServer()) {
            look(settings, clock, findings);
            return findings;
        }
        try (DataFolder mine = DataFolder.take(settings.data())) {
            Objects.requireNonNull(mine);
            file(settings.data().resolve("opsflow.mv.db"), findings);
            look(settings, clock, findings);
        } catch (StartRefused inUse) {
            findings.add(inUse(inUse));
        } catch (IOException e) {
            findings.add(Finding.problem("database", "cli.doctor.database-away", String.valueOf(e.getMessage())));
        }
        return findings;
    }

    /** A running OpsFlow has the file, and that is as it should be. */
    static Finding inUse(StartRefused reason) {
        return reason.key().startsWith("platform.data-in-use")
                ? Finding.hint("database", "cli.doctor.file-in-use", reason)
                : Finding.problem("database", "cli.doctor.database-away", reason);
    }

    private static void look(OpsFlowSettings settings, Clock clock, List<Finding> findings) {
        try (Connection database = Schema.connect(settings)) {
            findings.add(version(database.getMetaData()));
            findings.add(schema(Schema.of(database)));
            findings.add(engine(EngineSchema.in(database)));
            findings.add(skew(Duration.between(clock.instant(), time(database))));
        } catch (SQLException e) {
            if (e.getErrorCode() == Schema.H2_NOT_FOUND) {
                findings.add(Finding.hint("schema", "cli.doctor.schema-empty"));
                return;
            }
            findings.add(Finding.problem("database", "cli.doctor.database-away", reason(e, settings)));
        }
    }

    private static Object reason(SQLException failure, OpsFlowSettings settings) {
        return StartFailures.reason(failure, settings)
                .<Object>map(refused -> refused)
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static Finding version(DatabaseMetaData database) throws SQLException {
        return version(
                database.getDatabaseProductName(),
                database.getDatabaseProductVersion(),
                database.getDatabaseMajorVersion());
    }

    static Finding version(String product, String version, int major) {
        boolean old = product.equals("MySQL") && major < OLDEST_MYSQL;
        return old
                ? Finding.problem("database", "cli.doctor.database-old", product, version)
                : Finding.ok("database", "cli.doctor.database", product, version);
    }

    static Finding schema(Schema schema) {
        return switch (schema.state()) {
            case READY -> Finding.ok("schema", "cli.doctor.schema");
            case EMPTY -> Finding.hint("schema", "cli.doctor.schema-empty");
            case OLDER -> Finding.problem("schema", "cli.doctor.schema-older", schema.detail());
            case NEWER -> Finding.problem("schema", "cli.doctor.schema-newer", schema.detail());
            case CHANGED -> Finding.problem("schema", "cli.doctor.schema-changed", schema.detail());
            case INCOMPLETE -> Finding.problem("schema", "cli.doctor.schema-incomplete", schema.detail());
        };
    }

    static Finding engine(EngineSchema engine) {
        String expected = EngineSchema.expected();
        return switch (engine.state()) {
            case READY -> Finding.ok("engine", "cli.doctor.engine", engine.version());
            case ABSENT -> Finding.hint("engine", "cli.doctor.engine-absent");
            case OLDER -> Finding.problem("engine", "cli.doctor.engine-older", engine.version(), expected);
            case NEWER -> Finding.problem("engine", "cli.doctor.engine-newer", engine.version(), expected);
            case INCOMPLETE ->
                Finding.problem(
                        "engine",
                        "cli.doctor.engine-incomplete",
                        engine.missing().size());
        };
    }

    /** Processes on several machines go by the clock of each, what is written by those of both. */
    static Finding skew(Duration ahead) {
        long seconds = ahead.abs().toSeconds();
        return ahead.abs().compareTo(SKEW) <= 0
                ? Finding.ok("clock", "cli.doctor.clock", seconds)
                : Finding.problem("clock", "cli.doctor.clock-skew", seconds);
    }

    private static Instant time(Connection database) throws SQLException {
        String now = database.getMetaData().getURL().startsWith("jdbc:mysql:")
                ? "select utc_timestamp(6)"
                : "select cast(current_timestamp at time zone 'UTC' as timestamp(6))";
        try (Statement statement = database.createStatement();
                ResultSet time = statement.executeQuery(now)) {
            time.next();
            return Objects.requireNonNull(time.getObject(1, LocalDateTime.class))
                    .toInstant(ZoneOffset.UTC);
        }
    }

    private static void file(Path file, List<Finding> findings) throws IOException {
        if (Files.exists(file)) {
            findings.add(file(Files.size(file)));
        }
    }

    static Finding file(long bytes) {
        long megabytes = bytes / 1024 / 1024;
        return bytes < LARGE_FILE
                ? Finding.ok("embedded-file", "cli.doctor.file", megabytes)
                : Finding.hint("embedded-file", "cli.doctor.file-large", megabytes);
    }
}
