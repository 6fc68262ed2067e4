package io.opsflow.cli;

import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.OpsFlowSettings.Database;
import io.opsflow.platform.OpsFlowSettings.Profile;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;

/** A database in memory whose tables a test makes as far as it needs them; gone with its last connection. */
final class Tables implements AutoCloseable {

    private static final List<String> ENGINE =
            List.of("engine", "history", "identity", "decision.engine", "decision.history");

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    private final Connection connection;

    Tables() throws SQLException {
        connection = DriverManager.getConnection(url, "sa", "");
    }

    static Tables ofThisProgram() throws SQLException {
        return new Tables().migrated("latest").withEngine(ENGINE.size());
    }

    Tables migrated(String target) {
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
        return this;
    }

    /** The first so many of the scripts by which the engine makes its tables. */
    Tables withEngine(int scripts) throws SQLException {
        for (String part : ENGINE.subList(0, scripts)) {
            run("runscript from 'classpath:org/camunda/bpm/engine/db/create/activiti.h2.create." + part + ".sql'");
        }
        return this;
    }

    Tables run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    Connection connection() {
        return connection;
    }

    Schema schema() throws SQLException {
        return Schema.of(connection);
    }

    OpsFlowSettings settings() {
        return settings(Path.of("."), new Database(url, "sa", "", 5));
    }

    static OpsFlowSettings settings(Path data, Database database) {
        return new OpsFlowSettings(
                Profile.DEMO,
                "127.0.0.1",
                8080,
                data,
                database,
                new SecretKeySpec(new byte[32], "HmacSHA256"),
                URI.create("http://127.0.0.1:8080"),
                ZoneId.of("Asia/Shanghai"),
                false);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
