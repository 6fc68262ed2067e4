package io.opsflow.faults;

import io.opsflow.testing.Lab;
import io.opsflow.testing.LabDatabase;
import io.opsflow.testing.RunningProduct;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on MySQL, looked at from outside after every kill. */
@Lab("OPSFLOW_LAB_MYSQL_URL")
class NothingIsLostMySqlIT {

    @Test
    void on_mysql(@TempDir Path folder) throws Exception {
        try (LabDatabase database = new LabDatabase()) {
            Map<String, String> settings = new HashMap<>(database.settings());
            settings.put("OPSFLOW_DEMO_DATA", "false");
            try (RunningProduct product = new RunningProduct(folder, settings)) {
                Kills.on("mysql", product, database::connect, database::connect);
            }
        }
    }
}
