package io.opsflow.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The table of personal tokens. A token counts while its row is there, on every node. */
@Component
class ApiTokenTable implements OpenAccess {

    private static final String ROWS = "from api_token t join app_user u on u.id = t.user_id";
    private static final Duration EXACTNESS = Duration.ofMinutes(1);
    /** So long its owner sees that a token has ended, and which. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Clock clock;
    private final RevocableMemory<Living> living = new RevocableMemory<>();
    private final Remembered<String, Boolean> used = new Remembered<>(10_000, EXACTNESS);

    ApiTokenTable(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A token that has not ended, as far as calls need it. */
    record Living(String id, String username, Set<String> scopes, boolean readOnly, Instant endsAt) {}

    /** The token with this digest, of somebody who may still sign in; the answer may be a few seconds old. */
    Optional<Living> byHash(String hash) {
        return living.get(
                        hash, () -> sql.sql("select t.*, u.username " + ROWS + " where t.hash = ? and u.active = true")
                                .param(hash)
                                .query((row, number) -> new Living(
                                        row.getString("id"),
                                        row.getString("username"),
                                        Set.copyOf(scopes(row)),
                                        row.getBoolean("read_only"),
                                        instant(row, "ends_at")))
                                .optional())
                .filter(token -> token.endsAt().isAfter(clock.instant()));
    }

    /** A token was used; that is kept to the minute. */
    void used(String id) {
        if (used.get(id).isEmpty()) {
            used.put(id, true);
            sql.sql("update api_token set last_used_at = ? where id = ?")
                    .params(time(clock.instant()), id)
                    .update();
        }
    }

    void add(ApiTokenDetails token, String hash) {
        sql.sql("insert into api_token (id, user_id, name, hash, scopes, read_only, created_at, ends_at)"
                        + " values (?, (select id from app_user where username = ?), ?, ?, ?, ?, ?, ?)")
                .params(
                        token.id(),
                        token.username(),
                        token.name(),
                        hash,
                        String.join(" ", token.scopes()),
                        token.readOnly(),
                        time(token.createdAt()),
                        time(token.expiresAt()))
                .update();
    }

    int count(@Nullable String username) {
        return sql.sql("select count(*) " + ROWS + " where u.username = coalesce(?, u.username)")
                .param(username)
                .query(Integer.class)
                .single();
    }

    /** Those of one person or of all, the newest first. */
    List<ApiTokenDetails> find(@Nullable String username, int offset, int size) {
        return sql.sql("select t.*, u.username " + ROWS + " where u.username = coalesce(?, u.username)"
                        + " order by t.created_at desc, t.id limit ? offset ?")
                .params(username, size, offset)
                .query((row, number) -> details(row))
                .list();
    }

    Optional<ApiTokenDetails> byId(String id) {
        return sql.sql("select t.*, u.username " + ROWS + " where t.id = ?")
                .param(id)
                .query((row, number) -> details(row))
                .optional();
    }

    void end(String id) {
        sql.sql("delete from api_token where id = ?").param(id).update();
        living.changed();
    }

    @Override
    public void endAll(String username) {
        sql.sql("delete from api_token where user_id = (select id from app_user where username = ?)")
                .param(username)
                .update();
        living.changed();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forget() {
        sql.sql("delete from api_token where ends_at < ?")
                .param(time(clock.instant().minus(REMEMBERED)))
                .update();
    }

    private ApiTokenDetails details(ResultSet row) throws SQLException {
        LocalDateTime lastUsed = row.getObject("last_used_at", LocalDateTime.class);
        Instant end = instant(row, "ends_at");
        return new ApiTokenDetails(
                row.getString("id"),
                row.getString("username"),
                row.getString("name"),
                scopes(row),
                row.getBoolean("read_only"),
                instant(row, "created_at"),
                end,
                lastUsed == null ? null : lastUsed.toInstant(ZoneOffset.UTC),
                !end.isAfter(clock.instant()));
    }

    private static List<String> scopes(ResultSet row) throws SQLException {
        String text = row.getString("scopes");
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column)
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
