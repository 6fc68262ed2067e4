package io.opsflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, started as people start it, where it must not start. */
class StartIT {

    private static final Path JAR = Path.of("target/opsflow.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void a_taken_port_ends_the_start_with_a_sentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String said = refused("OPSFLOW_PORT=" + other.getLocalPort());
            assertThat(said)
                    .contains("Port " + other.getLocalPort() + " is taken", "端口 " + other.getLocalPort() + " 已被");
        }
    }

    @Test
    void a_data_folder_in_use_ends_the_start_with_the_other_process() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (DataFolder mine = DataFolder.take(data)) {
            assertThat(mine).isNotNull();
            assertThat(refused("OPSFLOW_PORT=0"))
                    .contains("in use by another OpsFlow, process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_database_that_is_not_there_ends_the_start_with_its_name() throws Exception {
        String said = refused("OPSFLOW_PORT=0", "OPSFLOW_DB_URL=jdbc:mysql://127.0.0.1:1/opsflow");
        assertThat(said).contains("127.0.0.1:1 cannot be reached", "无法连接 127.0.0.1:1");
    }

    @Test
    void production_without_secrets_does_not_start() throws Exception {
        assertThat(refused("OPSFLOW_PROFILE=production")).contains("OPSFLOW_SECRET_KEY is not set");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void the_launcher_refuses_an_old_java_and_says_so() throws Exception {
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path program = Files.createDirectories(folder.resolve("program"));
        Files.createDirectories(program.resolve("lib"));
        Files.createFile(program.resolve("opsflow.jar"));
        Path launcher = Files.copy(Path.of("opsflow"), program.resolve("opsflow"));
        String said = run(List.of("sh", launcher.toString()), "JAVA_HOME=" + folder.resolve("old"));
        assertThat(said).contains("OpsFlow needs Java 17 or newer", "is Java 8").endsWith("exit code 1");
    }

    private String refused(String... settings) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(List.of(java, "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()), settings);
        assertThat(said).contains("OpsFlow cannot start.", "OpsFlow 无法启动。").endsWith("exit code 1");
        assertThat(said).doesNotContain("\tat ", "Exception");
        return said;
    }

    private String run(List<String> command, String... settings) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("OPSFLOW_"));
        for (String setting : settings) {
            builder.environment().put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said.strip() + "\nexit code " + process.exitValue();
    }
}
