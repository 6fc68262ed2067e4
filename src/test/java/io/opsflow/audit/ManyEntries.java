package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import io.opsflow.testing.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Fills the log faster than people would: genuine entries of many tickets, chained by the program itself. */
public final class ManyEntries {

    private static final int BATCH = 1_000;
    private static final int TICKETS = 50_000;

    private ManyEntries() {}

    /** Adds so many and waits until all are chained. */
    public static void add(ApplicationContext product, int count) {
        JdbcTemplate sql = product.getBean(JdbcTemplate.class);
        AuditIds ids = product.getBean(AuditIds.class);
        AuditKey key = product.getBean(AuditKey.class);
        for (int from = 0; from < count; from += BATCH) {
            List<Object[]> rows = new ArrayList<>();
            for (int number = from; number < Math.min(from + BATCH, count); number++) {
                rows.add(row(entry(ids.next(), number), key));
            }
            Rows.insert(
                    sql,
                    "audit_entry (id, created_at, actor, way, action, object_kind, object_key, result, changes,"
                            + " trace_id, mac)",
                    rows);
        }
        AuditChain chain = product.getBean(AuditChain.class);
        boolean more = true;
        while (more) {
            try {
                more = chain.sealSome();
            } catch (QueryTimeoutException e) {
                more = true; // the product itself is sealing
            }
        }
    }

    /** Whether the whole chain is as it was written, and how many entries were compared. */
    public static long verified(ApplicationContext product) {
        AuditReport report = product.getBean(AuditChecks.class).walk(seen -> {});
        if (!report.isIntact()) {
            throw new IllegalStateException("the chain is broken: " + report);
        }
        return report.entries();
    }

    private static AuditEntry entry(long id, int number) {
        return new AuditEntry(
                        id,
                        Instant.now(),
                        number % 7 == 0 ? Actor.SYSTEM : "engineer",
                        null,
                        Way.API.code(),
                        null,
                        null,
                        "ticket.handle",
                        "ticket",
                        "T-" + number % TICKETS,
                        AuditResult.DONE.code(),
                        null,
                        "{\"status\":[\"in_progress\",\"completed\"],\"handle_comment\":[null,\"index added\"]}",
                        "65f1d0b8e4a34c0f9a7d3b5c2e1f0a98")
                .fitting();
    }

    private static Object[] row(AuditEntry entry, AuditKey key) {
        return new Object[] {
            entry.id(),
            Timestamp.from(entry.at()),
            entry.actor(),
            entry.way(),
            entry.action(),
            entry.kind(),
            entry.key(),
            entry.result(),
            entry.changes(),
            entry.trace(),
            key.of(entry)
        };
    }
}
