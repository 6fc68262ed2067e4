package io.opsflow.faults;

import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on MySQL. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class NothingIsLostMySqlIT {

    @Test
    void on_mysql(@TempDir Path folder) throws Exception {
        try (LabDatabase database = new LabDatabase();
                RunningProduct product = new RunningProduct(folder, database.settings())) {
            NothingIsLostIT.killAndCheck(product, database::connect);
        }
    }
}
