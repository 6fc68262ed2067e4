package io.opsflow.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables behind the brake. A failure is a row of its own and never changed, so that nobody waits for anybody; rows are
 * few, because each has cost the program a slow hash and none is older than the window in which it counts.
 */
@Component
class SignInAttempts {

    private final JdbcClient sql;

    SignInAttempts(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * No password for a name is looked at.
     *
     * @param since what failed until then has led to it
     * @param until when the next password is looked at
     * @param times which in a row this is
     */
    record Lock(Instant since, Instant until, int times) {}

    Optional<Lock> lock(String name) {
        return sql.sql("select locked_at, locked_until, times from sign_in_lock where name_digest = ?")
                .param(name)
                .query((row, number) ->
                        new Lock(instant(row, "locked_at"), instant(row, "locked_until"), row.getInt("times")))
                .optional();
    }

    /** Replaces the last lock; when another node was quicker, its lock stands. */
    void lock(String name, Lock lock, Optional<Lock> last) {
        if (last.isPresent()) {
            sql.sql("update sign_in_lock set locked_at = ?, locked_until = ?, times = ?"
                            + " where name_digest = ? and times = ?")
                    .params(
                            time(lock.since()),
                            time(lock.until()),
                            lock.times(),
                            name,
                            last.get().times())
                    .update();
            return;
        }
        try {
            sql.sql("insert into sign_in_lock (name_digest, locked_at, locked_until, times) values (?,?,?,?)")
                    .params(name, time(lock.since()), time(lock.until()), lock.times())
                    .update();
        } catch (DuplicateKeyException lockedAlready) {
            // By another node, a moment ago.
        }
    }

    void add(String name, String address, Instant at) {
        sql.sql("insert into sign_in_failure (id, name_digest, address, failed_at) values (?,?,?,?)")
                .params(ThreadLocalRandom.current().nextLong(), name, address, time(at))
                .update();
    }

    /** Failures for a name after a time. */
    int count(String name, Instant after) {
        return sql.sql("select count(*) from sign_in_failure where name_digest = ? and failed_at > ?")
                .params(name, time(after))
                .query(Integer.class)
                .single();
    }

    /** When the first of the failures from an address happened, if they are too many. */
    Optional<Instant> oldestOfTooMany(String address, Instant after, int tooMany) {
        return sql.sql("select min(failed_at) from sign_in_failure where address = ? and failed_at > ?"
                        + " having count(*) >= ?")
                .params(address, time(after), tooMany)
                .query(LocalDateTime.class)
                .optional()
                .map(oldest -> oldest.toInstant(ZoneOffset.UTC));
    }

    /** Nothing counts for this name any more. */
    void forgive(String name) {
        sql.sql("delete from sign_in_failure where name_digest = ?").param(name).update();
        sql.sql("delete from sign_in_lock where name_digest = ?").param(name).update();
    }

    /** Failures before the one time and locks that ended before the other are over. */
    void forget(Instant failures, Instant locks) {
        sql.sql("delete from sign_in_failure where failed_at < ?")
                .param(time(failures))
                .update();
        sql.sql("delete from sign_in_lock where locked_until < ?")
                .param(time(locks))
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column)
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
