package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.RunningProduct;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two clients drive tickets through their lives while the program is killed at random moments. Whatever was answered
 * with success must be there after the next start; whatever is there must agree with itself; every life can be
 * finished.
 */
class NothingIsLostIT {

    private static final Logger LOG = LoggerFactory.getLogger(NothingIsLostIT.class);
    private static final int KILLS = 3;

    /** A ticket's transitions in order: who, call, body. */
    private static final List<Move> LIFE = List.of(
            new Move("supervisor", "review", Map.of("approved", true, "comment", "fine")),
            new Move("manager", "assign", Map.of("assignee", "engineer", "comment", "yours")),
            new Move("engineer", "start", Map.of("comment", "on my way")),
            new Move("engineer", "handle", Map.of("comment", "cable replaced")),
            new Move("requester", "confirm", Map.of("confirmed", true, "comment", "thanks")));

    private record Move(String user, String call, Map<String, Object> body) {}

    @Test
    void on_h2(@TempDir Path folder) throws Exception {
        try (RunningProduct product = new RunningProduct(folder, Map.of())) {
            killAndCheck(product, () -> {
                product.stop();
                return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("opsflow"), "sa", "");
            });
        }
    }

    /** Opens the database behind the product's back. */
    interface Outside {
        Connection connect() throws SQLException;
    }

    static void killAndCheck(RunningProduct product, Outside outside) throws Exception {
        long seed = new Random().nextLong();
        LOG.info("Kills at moments drawn with seed {}", seed);
        Random random = new Random(seed);
        Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            CountDownLatch dead = new CountDownLatch(1);
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < 2; client++) {
                clients.add(inBackground(() -> {
                    while (dead.getCount() > 0) {
                        live(product, acknowledged);
                    }
                }));
            }
            assertThat(dead.await(1500 + random.nextInt(3000), TimeUnit.MILLISECONDS))
                    .isFalse();
            product.kill();
            dead.countDown();
            for (Thread client : clients) {
                client.join();
            }
            product.start();
        }
        assertThat(acknowledged).hasSizeGreaterThan(3);
        finishAll(product, acknowledged);
        try (Connection connection = outside.connect()) {
            assertAgrees(connection, acknowledged.size());
        }
    }

    private static void live(RunningProduct product, Map<String, Integer> acknowledged) {
        try {
            JsonNode ticket = product.call(
                            "requester",
                            "POST",
                            "/tickets",
                            Map.of("title", "断网", "description", "d", "task_type", "problem", "priority", "high"))
                    .ok();
            String key = ticket.path("key").asText();
            acknowledged.put(key, 0);
            for (int moves = 0; moves < LIFE.size(); moves++) {
                Move move = LIFE.get(moves);
                product.call(move.user(), "POST", "/tickets/" + key + "/" + move.call(), move.body())
                        .ok();
                acknowledged.put(key, moves + 1);
            }
        } catch (UncheckedIOException killed) {
            // Not answered: it may have happened or not, both are right.
            LOG.debug("cut off", killed);
        }
    }

    private static void finishAll(RunningProduct product, Map<String, Integer> acknowledged) {
        List<String> order =
                List.of("pending_review", "reviewed", "assigned", "in_progress", "completed", "confirmed", "closed");
        acknowledged.forEach((key, moves) -> {
            int reached = order.indexOf(status(product, key));
            assertThat(reached)
                    .as("%s: what was answered with success is there", key)
                    // The transition that was cut off may have happened, and the last one closes by itself.
                    .isBetween(moves, moves + 1 < LIFE.size() ? moves + 1 : order.size() - 1);
            for (int next = reached; next < LIFE.size(); next++) {
                Move move = LIFE.get(next);
                product.call(move.user(), "POST", "/tickets/" + key + "/" + move.call(), move.body())
                        .ok();
            }
        });
        Queue<String> waiting = new ConcurrentLinkedQueue<>(acknowledged.keySet());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    waiting.removeIf(key -> status(product, key).equals("closed"));
                    return waiting.isEmpty();
                });
    }

    private static String status(RunningProduct product, String key) {
        return product.call("viewer", "GET", "/tickets/" + key, null)
                .ok()
                .path("status")
                .asText();
    }

    /** From outside, by SQL: state, log, inbox and engine tell the same story. */
    private static void assertAgrees(Connection connection, int atLeast) throws SQLException {
        assertThat(count(connection, "select count(*) from ticket where status = 70"))
                .isGreaterThanOrEqualTo(atLeast);
        assertThat(count(
                        connection,
                        "select count(*) from ticket t where status <> 70 and not exists"
                                + " (select 1 from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ = concat('T-', t.id))"))
                .as("open tickets without a process")
                .isZero();
        assertThat(count(
                        connection,
                        "select count(*) from ACT_RU_EXECUTION e where e.BUSINESS_KEY_ is not null and not exists"
                                + " (select 1 from ticket t where concat('T-', t.id) = e.BUSINESS_KEY_"
                                + " and t.status <> 70)"))
                .as("processes without an open ticket")
                .isZero();
        assertThat(count(
                        connection,
                        "select count(*) from ticket t where t.status <> (select l.to_status from ticket_log l"
                                + " where l.ticket_id = t.id and l.step ="
                                + " (select max(m.step) from ticket_log m where m.ticket_id = t.id))"))
                .as("tickets whose log ends elsewhere")
                .isZero();
        assertThat(count(
                        connection,
                        "select count(*) from ticket_log l where l.from_status is not null and not exists"
                                + " (select 1 from ticket_log p where p.ticket_id = l.ticket_id"
                                + " and p.to_status = l.from_status and p.step < l.step)"))
                .as("log rows that do not follow another")
                .isZero();
        assertThat(count(
                        connection,
                        "select count(*) from inbox_task i where not exists"
                                + " (select 1 from ACT_RU_TASK t where t.ID_ = i.id)"))
                .as("inbox rows without a task")
                .isZero();
        assertThat(count(
                        connection,
                        "select count(*) from ACT_RU_TASK t where not exists"
                                + " (select 1 from inbox_task i join inbox_entry e on e.task_id = i.id"
                                + " where i.id = t.ID_)"))
                .as("tasks that nobody sees")
                .isZero();
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            assertThat(result.next()).isTrue();
            return result.getInt(1);
        }
    }

    private static Thread inBackground(Runnable work) {
        Thread thread = new Thread(work, "client");
        thread.start();
        return thread;
    }
}
