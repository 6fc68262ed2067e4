package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.RunningProduct;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** Clients that take tickets through their lives by the API, one after the other, until the line is cut. */
final class Lives {

    /** A ticket's moves after it was opened, in order: who, call, body. */
    static final List<Move> MOVES = List.of(
            new Move("supervisor", "review", Map.of("approved", true, "comment", "fine")),
            new Move("manager", "assign", Map.of("assignee", "engineer", "comment", "yours")),
            new Move("engineer", "start", Map.of("comment", "on my way")),
            new Move("engineer", "handle", Map.of("comment", "cable replaced")),
            new Move("requester", "confirm", Map.of("confirmed", true, "comment", "thanks")));

    static final Map<String, Object> REQUEST =
            Map.of("title", "断网", "description", "d", "task_type", "problem", "priority", "high");

    private final RunningProduct product;
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger confirmations = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final Map<Integer, String> inFlight = new ConcurrentHashMap<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean ended;

    record Move(String user, String call, Map<String, Object> body) {}

    Lives(RunningProduct product) {
        this.product = product;
    }

    /** Lets clients begin; each goes on until its line is cut or {@link #end} is called. */
    void begin(int count) {
        ended = false;
        inFlight.clear();
        for (int client = 0; client < count; client++) {
            int number = client;
            Thread thread = new Thread(() -> goOn(number), "client");
            clients.add(thread);
            thread.start();
        }
    }

    private void goOn(int client) {
        try {
            while (!ended) {
                liveUnlessTheDatabaseIsAway(client);
            }
        } catch (UncheckedIOException cut) {
            // Not answered: it may have happened or not, both are right.
            return;
        } catch (IllegalStateException refused) {
            wrong.add(inFlight.get(client) + ": " + refused.getMessage());
        }
    }

    private void liveUnlessTheDatabaseIsAway(int client) {
        try {
            live(client);
        } catch (IllegalStateException refused) {
            if (!String.valueOf(refused.getMessage()).matches("(?s)503 .*database-unavailable.*")) {
                throw refused;
            }
            refusals.incrementAndGet();
        }
    }

    private void live(int client) {
        inFlight.put(client, "open");
        JsonNode ticket = answered("requester", "/tickets", REQUEST);
        String key = ticket.path("key").asText();
        acknowledged.put(key, 0);
        answers.incrementAndGet();
        for (int moves = 0; moves < MOVES.size() && !ended; moves++) {
            Move move = MOVES.get(moves);
            inFlight.put(client, move.call() + " " + key);
            take(move, key);
            acknowledged.put(key, moves + 1);
            answers.incrementAndGet();
            if (moves + 1 == MOVES.size()) {
                confirmations.incrementAndGet();
            }
        }
        inFlight.remove(client);
    }

    private void take(Move move, String key) {
        answered(move.user(), "/tickets/" + key + "/" + move.call(), move.body());
    }

    private JsonNode answered(String user, String path, Map<String, Object> body) {
        long start = System.nanoTime();
        try {
            return product.call(user, "POST", path, body).ok();
        } finally {
            longest.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
    }

    /** How many calls have been answered with success. */
    int answers() {
        return answers.get();
    }

    /** How many calls were told that the database is away. */
    int refusals() {
        return refusals.get();
    }

    /** The longest that a call has waited for its answer. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** How many tickets have been confirmed: each leaves a job behind. */
    int confirmations() {
        return confirmations.get();
    }

    /** The moves of each ticket that were answered with success, the opening not counted. */
    Map<String, Integer> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    /** Waits until every client has noticed, and tells which calls had no answer yet. */
    List<String> end() {
        ended = true;
        clients.forEach(Lives::join);
        clients.clear();
        assertThat(wrong).as("answers that were neither success nor silence").isEmpty();
        return inFlight.values().stream().sorted().toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Whatever was begun can be brought to its end, and the background job closes it: also when it was at work when the
     * database went away, and could not say that it failed.
     */
    void finish() {
        List<String> order =
                List.of("pending_review", "reviewed", "assigned", "in_progress", "completed", "confirmed", "closed");
        acknowledged.forEach((key, moves) -> {
            for (int next = order.indexOf(status(key)); next < MOVES.size(); next++) {
                take(MOVES.get(next), key);
                acknowledged.put(key, next + 1);
            }
        });
        Queue<String> waiting = new ConcurrentLinkedQueue<>(acknowledged.keySet());
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    waiting.removeIf(key -> status(key).equals("closed"));
                    return waiting.isEmpty();
                });
    }

    /** What was answered with success and is not there. */
    List<String> forgotten(Connection connection) throws SQLException {
        Map<String, Truth.Log> logs = Truth.logs(connection);
        List<String> forgotten = new ArrayList<>();
        acknowledged().forEach((key, moves) -> {
            List<String> wanted = new ArrayList<>(List.of("open"));
            MOVES.subList(0, moves).forEach(move -> wanted.add(move.call()));
            Truth.Log log = logs.get(key);
            if (log == null) {
                forgotten.add(key + " is not there");
            } else if (log.actions().size() < wanted.size()
                    || !log.actions().subList(0, wanted.size()).equals(wanted)) {
                forgotten.add(key + ": answered " + wanted + ", there " + log.actions());
            }
        });
        return forgotten;
    }

    private String status(String key) {
        return product.call("viewer", "GET", "/tickets/" + key, null)
                .ok()
                .path("status")
                .asText();
    }
}
