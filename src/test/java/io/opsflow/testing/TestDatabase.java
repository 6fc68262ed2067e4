package io.opsflow.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** New databases for tests, gone afterwards. */
final class TestDatabase {

    private TestDatabase() {}

    /** An H2 in memory. */
    static class InMemory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            use(context, "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }
    }

    /** A schema of the MySQL lab. */
    static class MySql implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String lab = Objects.requireNonNull(System.getenv("OPSFLOW_LAB_MYSQL_URL"));
            String user = Objects.requireNonNull(System.getenv("OPSFLOW_LAB_MYSQL_USER"));
            String password = Objects.requireNonNull(System.getenv("OPSFLOW_LAB_MYSQL_PASSWORD"));
            String schema = "opsflow_" + UUID.randomUUID().toString().replace("-", "");
            execute(lab, user, password, "create database " + schema);
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    execute(lab, user, password, "drop database if exists " + schema);
                }
            });
            use(
                    context,
                    lab.substring(0, lab.lastIndexOf('/') + 1) + schema
                            + "?nullCatalogMeansCurrent=true&useServerPrepStmts=true&cachePrepStmts=true"
                            + "&connectionTimeZone=UTC",
                    user,
                    password);
        }

        private static void execute(String url, String user, String password, String sql) {
            try (Connection connection = DriverManager.getConnection(url, user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void use(ConfigurableApplicationContext context, String url, String user, String password) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + password,
                        "camunda.bpm.job-execution.enabled=false")
                .applyTo(context);
    }
}
