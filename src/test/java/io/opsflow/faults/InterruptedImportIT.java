package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.RunningProduct;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import in which the power fails has recorded nothing, and says so; then it is begun again. */
class InterruptedImportIT {

    private static final int ROWS = 8_000;

    @Test
    void nothing_is_half_recorded_and_the_same_file_is_taken_again(@TempDir Path folder) {
        try (RunningProduct product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"))) {
            String interrupted = begin(product);
            until(product, interrupted, run -> run.path("done").asInt() > ROWS / 4);
            product.kill();

            product.start();
            assertThat(servers(product)).isZero();
            until(product, interrupted, run -> run.path("phase").asText().equals("interrupted"));

            String second = begin(product);
            until(product, second, run -> run.path("phase").asText().equals("done"));
            assertThat(servers(product)).isEqualTo(ROWS);
        }
    }

    private static String begin(RunningProduct product) {
        StringBuilder csv = new StringBuilder("asset_number,vendor,model,status\r\n");
        for (int row = 1; row <= ROWS; row++) {
            csv.append("K-%05d,Inspur,NF5280,in_stock\r\n".formatted(row));
        }
        return product.send(
                        "operator",
                        "/assets/imports?kind=servers",
                        "text/csv",
                        csv.toString().getBytes(StandardCharsets.UTF_8))
                .ok()
                .path("id")
                .asText();
    }

    private static void until(RunningProduct product, String id, Predicate<JsonNode> wanted) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    JsonNode run = product.call("operator", "GET", "/assets/imports/" + id, null)
                            .ok();
                    assertThat(run.path("phase").asText()).isNotEqualTo("failed");
                    return wanted.test(run);
                });
    }

    private static int servers(RunningProduct product) {
        return product.call("operator", "GET", "/servers?size=1", null)
                .ok()
                .path("total")
                .asInt();
    }
}
