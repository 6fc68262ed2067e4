package io.opsflow.bench;

import io.opsflow.testing.RunningProduct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The product as its users run it: how fast it starts, what it takes of the memory, and lives through its API. */
final class PackagedBench {

    private final Duration turn;
    private final Duration warmUp;
    private final int sessions;

    PackagedBench(Duration turn, Duration warmUp, int sessions) {
        this.turn = turn;
        this.warmUp = warmUp;
        this.sessions = sessions;
    }

    /** Starts, lives and, on a file, sessions. */
    Map<String, Object> run(Database database, Path folder) {
        Map<String, String> settings = new HashMap<>(database.create());
        Map<String, Object> report = new LinkedHashMap<>();
        try (RunningProduct first = started(folder, settings, report, "start_with_new_database")) {
            first.stop();
        }
        try (RunningProduct product = started(folder, settings, report, "start_with_existing_database")) {
            Subject api = new Api(product);
            round(api, product, 4, warmUp, database);
            List<Map<String, Object>> results = new ArrayList<>();
            for (int clients : Benchmarks.CLIENTS) {
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("clients", clients);
                result.putAll(Report.of(round(api, product, clients, turn, database)));
                results.add(result);
            }
            report.put("lives_through_the_api", results);
            report.put("resident_mb_after_load", Machine.residentMegabytes(product.process()));
            if (database.process() == 0) {
                report.put("sessions", new SessionBench(product).run(sessions));
            }
        }
        return report;
    }

    private static RunningProduct started(
            Path folder, Map<String, String> settings, Map<String, Object> report, String name) {
        long start = System.nanoTime();
        RunningProduct product = new RunningProduct(folder, settings);
        double ready = seconds(start);
        open(product, "/login");
        open(product, "/?v-r=init&location=login&query=");
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ready_after_seconds", Report.rounded(ready));
        result.put("first_page_after_seconds", Report.rounded(seconds(start)));
        result.put("cpu_seconds", Report.rounded(Machine.cpuMillis(product.process()) / 1000.0));
        result.put("resident_mb", Machine.residentMegabytes(product.process()));
        report.put(name, result);
        return product;
    }

    private static Round round(Subject api, RunningProduct product, int clients, Duration time, Database database) {
        return Round.of(api, clients, time, product.process(), database.process());
    }

    private static void open(RunningProduct product, String page) {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(product.url() + page))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    /** The product behind its API. */
    private record Api(RunningProduct product) implements Subject {

        @Override
        public void live(Moves moves) {
            String key = moves.make(() -> product.call(
                            "requester",
                            "POST",
                            "/tickets",
                            Map.of(
                                    "title", "Export stops",
                                    "description", "It stops at 80 %.",
                                    "task_type", "problem",
                                    "priority", "high"))
                    .ok()
                    .path("key")
                    .asText());
            for (Steps step : Steps.AFTER_OPENING) {
                moves.make(() -> product.call(step.user(), "POST", "/tickets/" + key + "/" + step.call(), step.body())
                        .ok());
            }
        }

        /** The demo has open tickets of its own; the benchmark's are the confirmed ones. */
        @Override
        public boolean isAllClosed() {
            return product.call("viewer", "GET", "/tickets?status=confirmed&size=1", null)
                            .ok()
                            .path("total")
                            .asInt()
                    == 0;
        }
    }

    /** A folder for a product's data. */
    static Path folder() {
        try {
            return Files.createTempDirectory("opsflow-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
