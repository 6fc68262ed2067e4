package io.opsflow.faults;

import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed at random moments, on a file. */
class NothingIsLostIT {

    @Test
    void on_h2(@TempDir Path folder) throws Exception {
        try (RunningProduct product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"))) {
            Kills.on(
                    "h2",
                    product,
                    null,
                    () -> DriverManager.getConnection(
                            "jdbc:h2:file:" + folder.resolve("opsflow") + ";MAX_COMPACT_TIME=0", "sa", ""));
        }
    }
}
