package io.opsflow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Results as they are kept: JSON with what must be known to read them. */
final class Report {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER = Path.of("target/bench");

    private Report() {}

    /** A report's head: when, what, where. */
    static Map<String, Object> head(Map<String, Object> parameters) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        head.put(
                "commit",
                git("rev-parse", "--short=12", "HEAD")
                        + (git("status", "--porcelain").isEmpty() ? "" : "+"));
        head.put("machine", Machine.description());
        head.put("parameters", parameters);
        return head;
    }

    static void write(String name, Map<String, Object> report) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".json"), text(report) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Map<String, Object> report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> of(Round round) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("lives", round.lives());
        result.put("lives_per_second", rounded(round.livesPerSecond()));
        result.put("app_cpu_ms_per_life", rounded(round.appMillisPerLife()));
        result.put("db_cpu_ms_per_life", rounded(round.dbMillisPerLife()));
        result.put("move_ms_p50", rounded(round.moves().percentile(50)));
        result.put("move_ms_p95", rounded(round.moves().percentile(95)));
        result.put("move_ms_p99", rounded(round.moves().percentile(99)));
        result.put("closing_lag_seconds", rounded(round.closedSeconds() - round.seconds()));
        result.put("cores_busy_with_other_things", rounded(round.otherCores()));
        return result;
    }

    static double rounded(double figure) {
        return Math.round(figure * 100) / 100.0;
    }

    private static String git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "?";
        }
    }
}
