package io.opsflow.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * What some clients did in some seconds.
 *
 * @param lives         tickets that were opened, handled and confirmed
 * @param seconds       from the first request to the last client's end
 * @param closedSeconds from the first request until every ticket was closed by the background job
 * @param appMillis     processor time of the process that the lives were led in
 * @param dbMillis      processor time of the database's own process; 0 where it has none
 * @param otherCores    how many cores everything else on the machine kept busy meanwhile
 * @param moves         the time of each move
 */
record Round(
        int lives,
        double seconds,
        double closedSeconds,
        long appMillis,
        long dbMillis,
        double otherCores,
        Moves moves) {

    private static final Duration CLOSING = Duration.ofMinutes(1);

    /** Lets clients live for some seconds and waits until their tickets are closed. */
    static Round of(Subject subject, int clients, Duration time, long app, long database) {
        long self = ProcessHandle.current().pid();
        long appBefore = Machine.cpuMillis(app);
        long databaseBefore = database == 0 ? 0 : Machine.cpuMillis(database);
        long selfBefore = Machine.cpuMillis(self);
        long allBefore = Machine.busyMillis();
        long start = System.nanoTime();
        List<Moves> moves = inParallel(subject, clients, start + time.toNanos());
        double seconds = since(start);
        Awaitility.await().atMost(CLOSING).pollInterval(Duration.ofMillis(50)).until(subject::isAllClosed);
        double closed = since(start);
        long appMillis = Machine.cpuMillis(app) - appBefore;
        long databaseMillis = database == 0 ? 0 : Machine.cpuMillis(database) - databaseBefore;
        long ours = appMillis + databaseMillis + (app == self ? 0 : Machine.cpuMillis(self) - selfBefore);
        double others = Math.max(0, Machine.busyMillis() - allBefore - ours) / (closed * 1000);
        Moves all = Moves.all(moves);
        return new Round(all.count() / Steps.IN_A_LIFE, seconds, closed, appMillis, databaseMillis, others, all);
    }

    private static List<Moves> inParallel(Life life, int clients, long end) {
        ExecutorService threads = Executors.newFixedThreadPool(clients, work -> new Thread(work, "client"));
        try {
            List<Callable<Moves>> work = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                work.add(() -> {
                    Moves moves = new Moves();
                    while (System.nanoTime() < end) {
                        life.live(moves);
                    }
                    return moves;
                });
            }
            List<Moves> done = new ArrayList<>();
            for (Future<Moves> each : threads.invokeAll(work)) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a life was not led to its end", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** Several rounds of the same kind as one. */
    static Round sum(List<Round> rounds) {
        return new Round(
                rounds.stream().mapToInt(Round::lives).sum(),
                rounds.stream().mapToDouble(Round::seconds).sum(),
                rounds.stream().mapToDouble(Round::closedSeconds).sum(),
                rounds.stream().mapToLong(Round::appMillis).sum(),
                rounds.stream().mapToLong(Round::dbMillis).sum(),
                rounds.stream().mapToDouble(Round::otherCores).average().orElse(0),
                Moves.all(rounds.stream().map(Round::moves).toList()));
    }

    double livesPerSecond() {
        return lives / seconds;
    }

    double appMillisPerLife() {
        return (double) appMillis / lives;
    }

    double dbMillisPerLife() {
        return (double) dbMillis / lives;
    }
}
