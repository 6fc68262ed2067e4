package io.opsflow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Runs everything that is measured and writes {@code target/bench/*.json}. System properties: {@code opsflow.bench.seconds}
 * of a turn, {@code opsflow.bench.sessions}, {@code opsflow.bench.only} (accounts, assets, audit, lives or packaged).
 */
final class Benchmarks {

    static final List<Integer> CLIENTS = List.of(1, 4, 8);

    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("opsflow.bench.seconds", 4));
    private static final Duration WARM_UP = TURN.multipliedBy(2);
    private static final int SESSIONS = Integer.getInteger("opsflow.bench.sessions", 50);
    private static final String ONLY = System.getProperty("opsflow.bench.only", "");

    private Benchmarks() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        for (Database kind : Database.all()) {
            try (Database database = kind) {
                if (isWanted("accounts")) {
                    measured("accounts", database, folder -> new AccountsBench(folder).run(database));
                }
                if (isWanted("assets")) {
                    measured("assets", database, folder -> new AssetsBench(folder).run(database));
                }
                if (isWanted("audit")) {
                    measured("audit", database, folder -> new AuditBench(TURN, WARM_UP, folder).run(database));
                }
                if (isWanted("lives")) {
                    measured("ticket-life", database, folder -> new TicketLifeBench(TURN, WARM_UP, folder)
                            .run(database));
                }
                if (isWanted("packaged")) {
                    measured("packaged", database, folder -> new PackagedBench(TURN, WARM_UP, SESSIONS)
                            .run(database, folder));
                }
            }
        }
        say("Measured in " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s; see target/bench");
        // Vaadin and the drivers leave threads behind.
        System.exit(0);
    }

    private static boolean isWanted(String part) {
        return ONLY.isEmpty() || ONLY.equals(part);
    }

    private interface Bench {
        Map<String, Object> in(Path folder);
    }

    private static void measured(String name, Database database, Bench bench) throws IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("database", database.name());
        parameters.put("seconds_of_a_turn", TURN.toSeconds());
        parameters.put("seconds_of_warm_up", WARM_UP.toSeconds());
        Map<String, Object> report = Report.head(parameters);
        Path folder = PackagedBench.folder();
        try {
            report.putAll(bench.in(folder));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        Report.write(name + "-" + database.name(), report);
        say(name + " on " + database.name() + ": " + Report.text(report));
    }

    @SuppressWarnings("SystemOut") // what whoever started it reads
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
