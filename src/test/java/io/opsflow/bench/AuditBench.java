package io.opsflow.bench;

import io.opsflow.audit.ManyEntries;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the audit log costs a ticket's life, beside the same product without it, and what checking a long one takes. */
final class AuditBench {

    private static final int TURNS = 3;
    private static final int CLIENTS = 4;
    private static final int ENTRIES = Integer.getInteger("opsflow.bench.entries", 1_000_000);

    private final Duration turn;
    private final Duration warmUp;
    private final Path folder;

    /** @param folder where the product may keep its data */
    AuditBench(Duration turn, Duration warmUp, Path folder) {
        this.turn = turn;
        this.warmUp = warmUp;
        this.folder = folder;
    }

    Map<String, Object> run(Database database) {
        Map<String, Object> report = new LinkedHashMap<>();
        try (Product audited = new Product(folder.resolve("audited"), database.create());
                Product bare = Product.withoutAudit(folder.resolve("bare"), database.create())) {
            report.put("lives", lives(audited, bare, database));
            report.put("verify", verify(audited));
        }
        return report;
    }

    private Map<String, Object> lives(Product audited, Product bare, Database database) {
        round(audited, warmUp, database);
        round(bare, warmUp, database);
        List<Round> withLog = new ArrayList<>();
        List<Round> without = new ArrayList<>();
        for (int number = 0; number < TURNS; number++) {
            withLog.add(round(audited, turn, database));
            without.add(round(bare, turn, database));
        }
        Round ours = Round.sum(withLog);
        Round baseline = Round.sum(without);
        Map<String, Object> lives = new LinkedHashMap<>();
        lives.put("clients", CLIENTS);
        lives.put("audited", Report.of(ours));
        lives.put("without", Report.of(baseline));
        lives.put("ratio", Report.rounded(ours.livesPerSecond() / baseline.livesPerSecond()));
        lives.put("ratio_of_processor_time", Report.rounded(cost(ours) / cost(baseline)));
        return lives;
    }

    private static Round round(Product product, Duration time, Database database) {
        return Round.of(product, CLIENTS, time, ProcessHandle.current().pid(), database.process());
    }

    private static double cost(Round round) {
        return round.appMillisPerLife() + round.dbMillisPerLife();
    }

    /** Beside reading the same rows and nothing else. */
    private static Map<String, Object> verify(Product product) {
        ManyEntries.add(product.context(), ENTRIES);
        long start = System.nanoTime();
        long entries = ManyEntries.verified(product.context());
        double seconds = since(start);
        start = System.nanoTime();
        long read = read(product.pool());
        double baseline = since(start);
        Map<String, Object> verify = new LinkedHashMap<>();
        verify.put("entries", entries);
        verify.put("seconds", Report.rounded(seconds));
        verify.put("rows_read_alone", read);
        verify.put("seconds_to_read_alone", Report.rounded(baseline));
        verify.put("ratio", Report.rounded(seconds / baseline));
        return verify;
    }

    private static long read(DataSource source) {
        JdbcTemplate sql = new JdbcTemplate(source);
        long rows = 0;
        long last = Long.MIN_VALUE;
        List<Long> some;
        do {
            some = sql.query(
                    "select id, changes, mac from audit_entry where id > ? order by id limit 5000",
                    (row, number) -> {
                        row.getString("changes");
                        row.getBytes("mac");
                        return row.getLong("id");
                    },
                    last);
            rows += some.size();
            last = some.isEmpty() ? last : some.get(some.size() - 1);
        } while (!some.isEmpty());
        return rows;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
