package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.Cable;
import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Lab("OPSFLOW_LAB_MYSQL_URL")
class DatabaseAwayIT {

    private static final Map<String, Object> TICKET =
            Map.of("title", "网络", "description", "d", "task_type", "problem", "priority", "low");

    @Test
    void while_the_database_is_away_it_says_so_and_then_goes_on_without_a_restart(@TempDir Path folder) {
        try (LabDatabase database = new LabDatabase();
                Cable cable = new Cable(database.port());
                RunningProduct product = new RunningProduct(folder, database.settingsThrough(cable.port()))) {
            product.call("requester", "POST", "/tickets", TICKET).ok();

            cable.pull();
            RunningProduct.Answer away = product.call("requester", "POST", "/tickets", TICKET);
            assertThat(away.status()).isEqualTo(503);
            assertThat(away.body().path("code").asText()).isEqualTo("database-unavailable");
            assertThat(away.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(product.health()).isEqualTo(503);

            cable.plug();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> product.health() == 200);
            product.call("requester", "POST", "/tickets", TICKET).ok();
            assertThat(product.call("requester", "GET", "/tickets", null)
                            .ok()
                            .path("total")
                            .asInt())
                    .as("what was refused was not half-saved")
                    .isGreaterThanOrEqualTo(2);
        }
    }
}
