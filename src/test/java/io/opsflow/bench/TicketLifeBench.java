package io.opsflow.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Complete ticket lives through the front door, beside the engine alone, turn by turn in one process. */
final class TicketLifeBench {

    private static final int TURNS = 2;
    private static final int COUNTED_LIVES = 10;

    private final Duration turn;
    private final Duration warmUp;
    private final Path folder;

    /** @param folder where the product may keep its data */
    TicketLifeBench(Duration turn, Duration warmUp, Path folder) {
        this.turn = turn;
        this.warmUp = warmUp;
        this.folder = folder;
    }

    /** The results, and the profile of a last round. */
    Map<String, Object> run(Database database) {
        try (Product product = new Product(folder, database.create());
                RawEngine raw = new RawEngine(product.poolSettings(database.create()))) {
            round(product, 4, warmUp, database);
            round(raw, 4, warmUp, database);
            List<Map<String, Object>> results = new ArrayList<>();
            for (int clients : Benchmarks.CLIENTS) {
                List<Round> products = new ArrayList<>();
                List<Round> raws = new ArrayList<>();
                for (int number = 0; number < TURNS; number++) {
                    products.add(round(product, clients, turn, database));
                    raws.add(round(raw, clients, turn, database));
                }
                Round ours = Round.sum(products);
                Round bare = Round.sum(raws);
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("clients", clients);
                result.put("product", Report.of(ours));
                result.put("raw_engine", Report.of(bare));
                result.put("ratio", Report.rounded(ours.livesPerSecond() / bare.livesPerSecond()));
                result.put("ratio_of_processor_time", Report.rounded(cost(bare) / cost(ours)));
                results.add(result);
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("results", results);
            report.put("statements_per_life", statements(product, raw));
            report.put("profile", Profile.during(() -> round(product, 4, turn.multipliedBy(2), database)));
            return report;
        }
    }

    private static Round round(Subject subject, int clients, Duration time, Database database) {
        return Round.of(subject, clients, time, ProcessHandle.current().pid(), database.process());
    }

    private static double cost(Round round) {
        return round.appMillisPerLife() + round.dbMillisPerLife();
    }

    private static Map<String, Object> statements(Product product, RawEngine raw) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("product", (double) product.pool().during(() -> lead(product)) / COUNTED_LIVES);
        counts.put("raw_engine", (double) raw.pool().during(() -> lead(raw)) / COUNTED_LIVES);
        return counts;
    }

    private static void lead(Subject subject) {
        Moves moves = new Moves();
        for (int life = 0; life < COUNTED_LIVES; life++) {
            subject.live(moves);
        }
        // One look a second, which is counted too: next to nothing.
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(subject::isAllClosed);
    }
}
