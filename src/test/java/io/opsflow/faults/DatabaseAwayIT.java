package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.Cable;
import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line to the database is cut while people work. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class DatabaseAwayIT {

    /** A connection is waited for ten seconds; nothing waits much longer. */
    static final Duration PATIENCE = Duration.ofSeconds(25);

    @Test
    void while_the_database_is_away_it_says_so_and_then_goes_on_without_a_restart(@TempDir Path folder)
            throws Exception {
        try (LabDatabase database = new LabDatabase();
                Cable cable = new Cable(database.port());
                RunningProduct product = new RunningProduct(folder, database.settingsThrough(cable.port()))) {
            Lives lives = new Lives(product);
            lives.begin(4);
            for (int cut = 0; cut < 2; cut++) {
                work(lives, 10);
                cable.pull();
                isToldBy(product, lives);
                cable.plug();
                comesBack(product);
            }
            work(lives, 10);
            isWhole(lives, database.connect());
        }
    }

    /** People get on with their work. */
    static void work(Lives lives, int answers) {
        int before = lives.answers();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> lives.answers() >= before + answers);
    }

    /** Whoever calls now is told, and so is the readiness check. */
    static void isToldBy(RunningProduct product, Lives lives) {
        int before = lives.refusals();
        isToldBy(product);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> lives.refusals() > before);
    }

    static void isToldBy(RunningProduct product) {
        // Each of the two waits for a connection as long as the product does.
        CompletableFuture<Integer> health = CompletableFuture.supplyAsync(product::health);
        RunningProduct.Answer away = product.call("requester", "POST", "/tickets", Lives.REQUEST);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body().path("code").asText()).isEqualTo("database-unavailable");
        assertThat(away.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(health.join()).isEqualTo(503);
    }

    /** By itself. */
    static void comesBack(RunningProduct product) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> product.health() == 200);
    }

    /** Nothing is half there, nothing is forgotten, every life comes to its end; nobody waited long. */
    static void isWhole(Lives lives, Connection database) throws Exception {
        lives.end();
        lives.finish();
        try (database) {
            assertThat(Truth.contradictions(database)).isEmpty();
            assertThat(lives.forgotten(database)).isEmpty();
        }
        assertThat(lives.longest()).isLessThan(PATIENCE);
    }
}
