package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.Lab;
import io.opsflow.testing.RunningProduct;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's server stops in good order, and is killed, while people work; the product is left alone. */
@Lab("OPSFLOW_LAB_MYSQL_SERVERS")
class DatabaseRestartedIT {

    private static final String NAME = "restarted";

    private final int port = RunningProduct.freePort();

    @Test
    void people_go_on_when_the_server_is_back(@TempDir Path folder) throws Exception {
        script(folder, "up.sh");
        String url = "jdbc:mysql://127.0.0.1:" + port + "/opsflow";
        String user = Objects.requireNonNull(System.getenv("OPSFLOW_LAB_MYSQL_USER"));
        String password = Objects.requireNonNull(System.getenv("OPSFLOW_LAB_MYSQL_PASSWORD"));
        try (RunningProduct product = new RunningProduct(
                folder, Map.of("OPSFLOW_DB_URL", url, "OPSFLOW_DB_USER", user, "OPSFLOW_DB_PASSWORD", password))) {
            Lives lives = new Lives(product);
            lives.begin(4);
            for (String how : new String[] {"", "--crash"}) {
                DatabaseAwayIT.work(lives, 10);
                script(folder, "down.sh", how);
                DatabaseAwayIT.isToldBy(product, lives);
                script(folder, "up.sh");
                DatabaseAwayIT.comesBack(product);
            }
            DatabaseAwayIT.work(lives, 10);
            DatabaseAwayIT.isWhole(lives, DriverManager.getConnection(url, user, password));
        } finally {
            script(folder, "down.sh", "--wipe");
        }
    }

    /** Runs one of the lab's scripts for a server of our own. */
    private void script(Path folder, String... call) throws IOException, InterruptedException {
        String[] command = call.clone();
        command[0] = Path.of(Objects.requireNonNull(System.getenv("OPSFLOW_LAB_MYSQL_SERVERS")), call[0])
                .toString();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().put("MYSQLLAB_NAME", NAME);
        builder.environment().put("MYSQLLAB_PORT", String.valueOf(port));
        builder.environment().put("MYSQLLAB_BUFFER_POOL", "64M");
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s", String.join(" ", call)).isZero();
    }
}
