package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.opsflow.testing.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the product at random moments while two clients drive tickets through their lives. Whatever was answered with
 * success must be there after the next start; whatever is there must agree with itself; every life can be finished. How
 * many kills: {@code -Dopsflow.faults.kills}; with which luck: {@code -Dopsflow.faults.seed}.
 */
final class Kills {

    private static final Logger LOG = LoggerFactory.getLogger(Kills.class);
    private static final int COUNT = Integer.getInteger("opsflow.faults.kills", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RunningProduct product;
    private final Lives lives;
    private final Random random;
    private final long startMillis;
    private final List<Map<String, Object>> kills = new ArrayList<>();

    /** What the product is doing when it is killed. */
    private enum Moment {
        WORK,
        JOB,
        START
    }

    /** Opens the database behind the product's back. */
    interface Outside {
        Connection connect() throws SQLException;
    }

    private Kills(RunningProduct product, Random random, long startMillis) {
        this.product = product;
        this.lives = new Lives(product);
        this.random = random;
        this.startMillis = startMillis;
    }

    /**
     * Does it.
     *
     * @param name    of the report
     * @param during  looks at the database while the product runs; null where only one can
     * @param atTheEnd looks at it when the product has stopped
     */
    static void on(String name, RunningProduct product, @Nullable Outside during, Outside atTheEnd) throws Exception {
        long seed = Long.getLong("opsflow.faults.seed", System.nanoTime());
        LOG.info("{} kills at moments drawn with seed {}", COUNT, seed);
        long start = System.nanoTime();
        product.kill();
        product.start();
        Kills kills = new Kills(product, new Random(seed), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        try {
            kills.run(during);
            product.stop();
            try (Connection connection = atTheEnd.connect()) {
                assertThat(Truth.contradictions(connection)).isEmpty();
                assertThat(kills.lives.forgotten(connection)).isEmpty();
            }
        } finally {
            kills.report(name, seed);
        }
    }

    private void run(@Nullable Outside during) throws Exception {
        for (int kill = 0; kill < COUNT; kill++) {
            kill(Moment.values()[List.of(0, 1, 2, 0).get(kill % 4)], during);
        }
        lives.finish();
    }

    private void kill(Moment moment, @Nullable Outside outside) throws Exception {
        lives.begin(2);
        String when = moment == Moment.WORK ? someAnswers() : someConfirmation();
        product.kill();
        List<String> unanswered = lives.end();
        if (moment == Moment.START) {
            long after = Math.round(startMillis * (0.05 + random.nextDouble()));
            product.startAndKill(Duration.ofMillis(after));
            when = after + " ms after the start, which takes about " + startMillis + " ms";
        }
        product.start();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("moment", moment.name().toLowerCase(Locale.ROOT));
        told.put("when", when);
        if (outside != null) {
            try (Connection connection = outside.connect()) {
                told.put("unanswered", happened(unanswered, connection));
                told.put("contradictions", Truth.contradictions(connection));
                told.put("forgotten", lives.forgotten(connection));
            }
        }
        kills.add(told);
        LOG.info("Kill {}: {}", kills.size(), told);
        assertThat(List.of(told.getOrDefault("contradictions", List.of()), told.getOrDefault("forgotten", List.of())))
                .as("after kill %d", kills.size())
                .allSatisfy(found -> assertThat((List<?>) found).isEmpty());
    }

    private String someAnswers() throws InterruptedException {
        int from = lives.answers();
        int more = 1 + random.nextInt(24);
        int millis = random.nextInt(150);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> lives.answers() >= from + more);
        pass(millis);
        return millis + " ms after answer " + more;
    }

    private String someConfirmation() throws InterruptedException {
        int from = lives.confirmations();
        int millis = random.nextInt(60);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> lives.confirmations() > from);
        pass(millis);
        return millis + " ms after a confirmation, whose job runs now";
    }

    private static void pass(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    /** Which of the calls that the kill cut off had taken effect. */
    private List<String> happened(List<String> unanswered, Connection connection) throws SQLException {
        Map<String, Truth.Log> logs = Truth.logs(connection);
        List<String> told = new ArrayList<>();
        for (String call : unanswered) {
            Truth.Log log = logs.get(call.substring(call.indexOf(' ') + 1));
            String action = call.replaceFirst(" .*", "");
            told.add(log == null ? call : call + (log.actions().contains(action) ? ": done" : ": not done"));
        }
        return told;
    }

    private void report(String name, long seed) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("database", name);
        report.put("seed", seed);
        report.put("tickets", lives.acknowledged().size());
        report.put("answers", lives.answers());
        report.put(
                "checked",
                List.of(
                        "every ticket's status is that of the last place its process has entered, by the deployed"
                                + " diagram",
                        "open tickets have a process, closed ones none, and no process lacks its ticket",
                        "logs have every step, each beginning where the one before ended, and end with the ticket's"
                                + " status",
                        "the inbox holds the engine's tasks, each for exactly the people whom the engine offers it",
                        "whoever waits in front of a background step has its job; no job has failed",
                        "models are deployed once, with all their forms",
                        "every answer of success is there; every ticket could be finished and was closed within a"
                                + " minute"));
        report.put("kills", kills);
        Path folder = Files.createDirectories(Path.of("target/faults"));
        Files.writeString(
                folder.resolve("kills-" + name + ".json"),
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(report) + "\n");
    }
}
