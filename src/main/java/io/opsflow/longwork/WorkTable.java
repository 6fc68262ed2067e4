package io.opsflow.longwork;

import io.opsflow.longwork.LongWork.Phase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of long work. */
@Component
class WorkTable {

    /** Nobody who is alive is silent for so long. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_PROBLEM = 2_000;

    private final JdbcClient sql;
    private final TransactionTemplate apart;
    private final Clock clock;

    WorkTable(JdbcClient sql, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void begin(String id, String kind, String person, String what) {
        LocalDateTime now = time(clock.instant());
        sql.sql("insert into long_work (id, kind, person, phase, what, begun_at, beat_at, done, total)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0, 0)")
                .params(id, kind, person, Phase.RUNNING.name(), what, now, now)
                .update();
    }

    /** @param alive whether work is carried out here, however long it has been silent */
    Optional<LongWork> find(String id, Predicate<String> alive) {
        return read(alive, "select * from long_work where id = ?", id);
    }

    Optional<LongWork> latest(String kind, String person, Predicate<String> alive) {
        return read(
                alive,
                "select * from long_work where kind = ? and person = ? order by begun_at desc, id limit 1",
                kind,
                person);
    }

    /** What is silent is interrupted from now on, and can no longer be done. */
    private Optional<LongWork> read(Predicate<String> alive, String query, Object... parameters) {
        Instant limit = clock.instant().minus(SILENCE);
        Optional<Row> row = row(query, parameters);
        if (row.isPresent()
                && row.get().work().isRunning()
                && !alive.test(row.get().work().id())
                && row.get().beatAt().isBefore(limit)) {
            apart.executeWithoutResult(status -> sql.sql(
                            "update long_work set phase = ?, ended_at = ? where id = ? and phase = ? and beat_at < ?")
                    .params(
                            Phase.INTERRUPTED.name(),
                            time(clock.instant()),
                            row.get().work().id(),
                            Phase.RUNNING.name(),
                            time(limit))
                    .update());
            return row(query, parameters).map(Row::work);
        }
        return row.map(Row::work);
    }

    private Optional<Row> row(String query, Object... parameters) {
        return sql.sql(query)
                .params(parameters)
                .query((row, number) -> new Row(work(row), instant(row, "beat_at")))
                .optional();
    }

    private record Row(LongWork work, Instant beatAt) {}

    /** Tells whether anybody still believes that it goes on. */
    boolean beat(String id, long done, long total) {
        return sql.sql("update long_work set beat_at = ?, done = ?, total = ? where id = ? and phase = ?")
                        .params(time(clock.instant()), done, total, id, Phase.RUNNING.name())
                        .update()
                > 0;
    }

    /** @throws CancellationException it is not running any more, as far as anybody knows */
    void done(String id, String result, long total) {
        int rows = sql.sql("update long_work set phase = ?, ended_at = ?, result = ?, done = ?, total = ?"
                        + " where id = ? and phase = ?")
                .params(Phase.DONE.name(), time(clock.instant()), result, total, total, id, Phase.RUNNING.name())
                .update();
        if (rows == 0) {
            throw new CancellationException(id);
        }
    }

    void failed(String id, String problem) {
        end(id, Phase.FAILED, problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)));
    }

    void interrupted(String id, long done, long total) {
        beat(id, done, total);
        end(id, Phase.INTERRUPTED, null);
    }

    private void end(String id, Phase phase, @Nullable String problem) {
        sql.sql("update long_work set phase = ?, ended_at = ?, problem = ? where id = ? and phase = ?")
                .params(phase.name(), time(clock.instant()), problem, id, Phase.RUNNING.name())
                .update();
    }

    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT20M")
    void forget() {
        sql.sql("delete from long_work where begun_at < ?")
                .param(time(clock.instant().minus(KEPT)))
                .update();
    }

    private static LongWork work(ResultSet row) throws SQLException {
        return new LongWork(
                row.getString("id"),
                row.getString("kind"),
                row.getString("person"),
                Phase.valueOf(row.getString("phase")),
                row.getString("what"),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("result"),
                row.getString("problem"),
                instant(row, "begun_at"),
                row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class))
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
