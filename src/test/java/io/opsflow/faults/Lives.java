package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.RunningProduct;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
                live(client);
            }
        } catch (UncheckedIOException cut) {
            // Not answered: it may have happened or not, both are right.
            return;
        } catch (IllegalStateException refused) {
            wrong.add(inFlight.get(client) + ": " + refused.getMessage());
        }
    }

    private void live(int client) {
        inFlight.put(client, "open");
        JsonNode ticket = product.call("requester", "POST", "/tickets", REQUEST).ok();
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
        product.call(move.user(), "POST", "/tickets/" + key + "/" + move.call(), move.body())
                .ok();
    }

    /** How many calls have been answered with success. */
    int answers() {
        return answers.get();
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

    /** Whatever was begun can be brought to its end, and the background job closes it within a minute. */
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
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    waiting.removeIf(key -> status(key).equals("closed"));
                    return waiting.isEmpty();
                });
    }

    private String status(String key) {
        return product.call("viewer", "GET", "/tickets/" + key, null)
                .ok()
                .path("status")
                .asText();
    }
}
