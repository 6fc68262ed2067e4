package io.opsflow.faults;

import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on MySQL. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class EightAtOnceMySqlIT {

    @Test
    void one_wins_and_the_others_are_told_so(@TempDir Path folder) throws Exception {
        try (LabDatabase database = new LabDatabase();
                RunningProduct product = new RunningProduct(folder, database.settings())) {
            Storm.on(product, database::connect);
        }
    }
}
