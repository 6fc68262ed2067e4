package io.opsflow.testing;

import java.nio.file.Path;
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
            LabDatabase database = new LabDatabase();
            context.addApplicationListener(event -> {
                if (event instanceof ContextClosedEvent) {
                    database.close();
                }
            });
            use(
                    context,
                    database.url()
                            + "?nullCatalogMeansCurrent=true&useServerPrepStmts=true&cachePrepStmts=true"
                            + "&rewriteBatchedStatements=true&connectionTimeZone=UTC",
                    database.user(),
                    database.password());
        }
    }

    private static void use(ConfigurableApplicationContext context, String url, String user, String password) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=" + user,
                        "spring.datasource.password=" + password,
                        // What is noted there is about one database alone.
                        "opsflow.audit.anchors=" + Path.of("target", "anchors", UUID.randomUUID() + ".txt"),
                        "camunda.bpm.job-execution.enabled=false",
                        // All tests are one caller at one address.
                        "opsflow.rate.caller=0",
                        "opsflow.rate.address=0")
                .applyTo(context);
    }
}
