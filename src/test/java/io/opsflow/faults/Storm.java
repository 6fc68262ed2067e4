package io.opsflow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.RunningProduct;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Eight clients do the same thing, or things that exclude each other, at the same moment, at every step of many tickets'
 * lives: one wins, the others are told so. How many tickets: {@code -Dopsflow.faults.storms}.
 */
final class Storm implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Storm.class);
    private static final int TICKETS = Integer.getInteger("opsflow.faults.storms", 8);
    private static final int CLIENTS = 8;

    private final RunningProduct product;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final CyclicBarrier together = new CyclicBarrier(CLIENTS);
    private final Map<String, Integer> answers = new TreeMap<>();

    private record Call(String user, String method, String path, Map<String, Object> body) {}

    private Storm(RunningProduct product) {
        this.product = product;
    }

    static void on(RunningProduct product, Kills.Outside outside) throws Exception {
        try (Storm storm = new Storm(product)) {
            for (int ticket = 0; ticket < TICKETS; ticket++) {
                storm.life();
                storm.endBeforeReview();
            }
            LOG.info("{}", storm.answers);
            assertThat(storm.answers.keySet())
                    .allSatisfy(answer -> assertThat(answer).matches("(201|200|409) .*"));
        }
        product.stop();
        try (Connection connection = outside.connect()) {
            assertThat(Truth.contradictions(connection)).isEmpty();
        }
    }

    private void life() throws Exception {
        String key = opened();
        for (Lives.Move move : Lives.MOVES) {
            oneWins(List.of(new Call(move.user(), "POST", "/tickets/" + key + "/" + move.call(), move.body())));
        }
    }

    /** Corrections of the same version; then the requester withdraws what the supervisor approves. */
    private void endBeforeReview() throws Exception {
        String key = opened();
        int version = product.call("requester", "GET", "/tickets/" + key, null)
                .ok()
                .path("version")
                .asInt();
        oneWins(List.of(
                new Call("requester", "PATCH", "/tickets/" + key, Map.of("title", "again", "version", version))));
        Lives.Move review = Lives.MOVES.get(0);
        oneWins(List.of(
                new Call("requester", "POST", "/tickets/" + key + "/withdraw", Map.of("comment", "solved")),
                new Call(review.user(), "POST", "/tickets/" + key + "/review", review.body())));
    }

    private String opened() {
        return product.call("requester", "POST", "/tickets", Lives.REQUEST)
                .ok()
                .path("key")
                .asText();
    }

    private void oneWins(List<Call> calls) throws Exception {
        List<Callable<RunningProduct.Answer>> work = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Call call = calls.get(client % calls.size());
            work.add(() -> {
                together.await();
                return product.call(call.user(), call.method(), call.path(), call.body());
            });
        }
        int won = 0;
        for (Future<RunningProduct.Answer> each : clients.invokeAll(work)) {
            RunningProduct.Answer answer = each.get();
            answers.merge(answer.status() + " " + answer.body().path("code").asText("done"), 1, Integer::sum);
            won += answer.status() / 100 == 2 ? 1 : 0;
        }
        assertThat(won).as("winners of %s; answers so far %s", calls, answers).isEqualTo(1);
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
