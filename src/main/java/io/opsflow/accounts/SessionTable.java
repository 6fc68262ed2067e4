package io.opsflow.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sessions. In SQL and not through entities, because one is asked for with every request. */
@Component
class SessionTable implements OpenAccess {

    private final JdbcClient sql;

    SessionTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A session as it stands in the table. */
    record Row(String id, Instant createdAt, Instant seenAt, Instant endsAt, String address, String userAgent) {}

    void begin(String username, Row row) {
        sql.sql("insert into app_session (id, user_id, created_at, seen_at, ends_at, address, user_agent)"
                        + " values (?, (select id from app_user where username = ?), ?, ?, ?, ?, ?)")
                .params(
                        row.id(),
                        username,
                        time(row.createdAt()),
                        time(row.seenAt()),
                        time(row.endsAt()),
                        row.address(),
                        row.userAgent())
                .update();
    }

    /** What people see of when somebody was here last. */
    void signedIn(String username, Instant at) {
        sql.sql("update app_user set last_sign_in_at = ? where username = ?")
                .params(time(at), username)
                .update();
    }

    /** A session of somebody who may still sign in. */
    Optional<Row> find(String id) {
        return sql.sql("select s.* from app_session s join app_user u on u.id = s.user_id"
                        + " where s.id = ? and u.active = true")
                .param(id)
                .query((row, number) -> row(row))
                .optional();
    }

    void seen(String id, Instant at) {
        sql.sql("update app_session set seen_at = ? where id = ?")
                .params(time(at), id)
                .update();
    }

    /** Ends a session of this person; false when there is none. */
    boolean end(String username, String id) {
        return sql.sql("delete from app_session where id = ?"
                                + " and user_id = (select id from app_user where username = ?)")
                        .params(id, username)
                        .update()
                > 0;
    }

    @Override
    public void endAll(String username) {
        endAll(username, "");
    }

    /** Ends all sessions of this person but one. */
    void endAll(String username, String except) {
        sql.sql("delete from app_session where id <> ?" + " and user_id = (select id from app_user where username = ?)")
                .params(except, username)
                .update();
    }

    void forget(Instant now, Instant idleSince) {
        sql.sql("delete from app_session where seen_at < ? or ends_at < ?")
                .params(time(idleSince), time(now))
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                instant(row, "created_at"),
                instant(row, "seen_at"),
                instant(row, "ends_at"),
                row.getString("address"),
                row.getString("user_agent"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column)
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
