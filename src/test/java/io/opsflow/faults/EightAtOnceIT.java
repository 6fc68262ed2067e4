package io.opsflow.faults;

import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of eight who do the same thing at the same moment one wins, on a file. */
class EightAtOnceIT {

    @Test
    void one_wins_and_the_others_are_told_so(@TempDir Path folder) throws Exception {
        try (RunningProduct product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"))) {
            Storm.on(
                    product,
                    () -> DriverManager.getConnection(
                            "jdbc:h2:file:" + folder.resolve("opsflow") + ";MAX_COMPACT_TIME=0", "sa", ""));
        }
    }
}
