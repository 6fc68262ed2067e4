package io.opsflow.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The table of sign-ins by programs. A family is all the tokens that came from one sign-in; they open something while its
 * row is there, on every node.
 */
@Component
class TokenFamilies implements OpenAccess {

    /** More than programs of one person need at a time: a script that never signs out does not fill the table. */
    private static final int MOST = 100;

    private final JdbcClient sql;
    private final Clock clock;
    private final RevocableMemory<String> living = new RevocableMemory<>();

    TokenFamilies(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A sign-in.
     *
     * @param id         stands in its access tokens
     * @param username   who signed in
     * @param lookup     by which its refresh tokens find it
     * @param secretHash of the only refresh token that counts
     */
    record Family(String id, String username, String lookup, String secretHash, Instant endsAt) {}

    void begin(Family family, String address) {
        sql.sql("insert into token_family (id, user_id, lookup, secret_hash, created_at, ends_at, address)"
                        + " values (?, (select id from app_user where username = ?), ?, ?, ?, ?, ?)")
                .params(
                        family.id(),
                        family.username(),
                        family.lookup(),
                        family.secretHash(),
                        time(clock.instant()),
                        time(family.endsAt()),
                        address)
                .update();
        endBeyond(family.username());
    }

    private void endBeyond(String username) {
        sql.sql("select f.created_at from token_family f join app_user u on u.id = f.user_id where u.username = ?"
                        + " order by f.created_at desc limit 1 offset " + MOST)
                .param(username)
                .query(LocalDateTime.class)
                .optional()
                .ifPresent(last -> {
                    sql.sql("delete from token_family where created_at <= ?"
                                    + " and user_id = (select id from app_user where username = ?)")
                            .params(last, username)
                            .update();
                    living.changed();
                });
    }

    /** Whether the sign-in of this person lasts; the answer may be a few seconds old. */
    boolean lives(String id, String username) {
        return living.get(id, () -> find("f.id = ?", id).map(Family::username))
                .filter(username::equals)
                .isPresent();
    }

    /** The sign-in to which a refresh token belongs. */
    Optional<Family> byLookup(String lookup) {
        return find("f.lookup = ?", lookup);
    }

    private Optional<Family> find(String condition, String value) {
        return sql.sql("select f.*, u.username from token_family f join app_user u on u.id = f.user_id"
                        + " where f.ends_at > ? and u.active = true and " + condition)
                .params(time(clock.instant()), value)
                .query((row, number) -> family(row))
                .optional();
    }

    /** From now on another refresh token counts; false when somebody was quicker. */
    boolean rotate(Family family, String secretHash) {
        return sql.sql("update token_family set secret_hash = ? where id = ? and secret_hash = ?")
                        .params(secretHash, family.id(), family.secretHash())
                        .update()
                == 1;
    }

    void end(String id) {
        sql.sql("delete from token_family where id = ?").param(id).update();
        living.changed();
    }

    @Override
    public void endAll(String username) {
        sql.sql("delete from token_family where user_id = (select id from app_user where username = ?)")
                .param(username)
                .update();
        living.changed();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        sql.sql("delete from token_family where ends_at < ?")
                .param(time(clock.instant()))
                .update();
    }

    private static Family family(ResultSet row) throws SQLException {
        return new Family(
                row.getString("id"),
                row.getString("username"),
                row.getString("lookup"),
                row.getString("secret_hash"),
                Objects.requireNonNull(row.getObject("ends_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
