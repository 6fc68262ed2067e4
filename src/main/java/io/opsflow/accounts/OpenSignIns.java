package io.opsflow.accounts;

import io.opsflow.accounts.SessionDetails.Kind;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Where people are signed in, at pages and by programs, as lists show it. */
@Component
class OpenSignIns {

    private static final String PAGES =
            "select s.id, u.username, 'PAGE' as kind, s.created_at, s.seen_at, s.ends_at, s.address, s.user_agent,"
                    + " s.seen_at as used_at from app_session s join app_user u on u.id = s.user_id"
                    + " where s.ends_at > :now and s.seen_at > :idle_since";
    private static final String PROGRAMS =
            "select f.id, u.username, 'PROGRAM', f.created_at, null, f.ends_at, f.address, null, f.created_at"
                    + " from token_family f join app_user u on u.id = f.user_id where f.ends_at > :now";

    private final JdbcClient sql;
    private final SessionKeeper keeper;
    private final Clock clock;

    OpenSignIns(JdbcClient sql, SessionKeeper keeper, Clock clock) {
        this.sql = sql;
        this.keeper = keeper;
        this.clock = clock;
    }

    /**
     * A page of them, the last used first.
     *
     * @param username whose; null for everybody's
     */
    PageOf<SessionDetails> page(@Nullable String username, Paging paging) {
        String found = username == null ? union("") : union(" and u.username = :username");
        Map<String, Object> params = params();
        if (username != null) {
            params.put("username", username);
        }
        long total = sql.sql("select count(*) from (select 1 as one " + found + " limit " + (PageOf.COUNTED + 1)
                        + ") counted")
                .params(params)
                .query(Long.class)
                .single();
        List<SessionDetails> items = sql.sql("select * " + found + " order by used_at desc, id limit " + paging.size()
                        + " offset " + paging.offset())
                .params(params)
                .query((row, number) -> details(row))
                .list();
        return new PageOf<>(
                items, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    Optional<SessionDetails> byId(String id) {
        return sql.sql("select * " + union("") + " where id = :id")
                .params(params())
                .param("id", id)
                .query((row, number) -> details(row))
                .optional();
    }

    private static String union(String condition) {
        return "from (" + PAGES + condition + " union all " + PROGRAMS + condition + ") open_sign_in";
    }

    private Map<String, Object> params() {
        Map<String, Object> params = new HashMap<>();
        params.put("now", time(clock.instant()));
        params.put("idle_since", time(keeper.idleSince()));
        return params;
    }

    private SessionDetails details(ResultSet row) throws SQLException {
        String id = row.getString("id");
        LocalDateTime seen = row.getObject("seen_at", LocalDateTime.class);
        Instant seenAt = seen == null ? null : seen.toInstant(ZoneOffset.UTC);
        Instant endsAt = instant(row, "ends_at");
        return new SessionDetails(
                id,
                row.getString("username"),
                Kind.valueOf(row.getString("kind")),
                instant(row, "created_at"),
                seenAt,
                seenAt == null ? endsAt : keeper.endOf(seenAt, endsAt),
                row.getString("address"),
                row.getString("user_agent"),
                current().filter(id::equals).isPresent());
    }

    private static Optional<String> current() {
        return SignInDetails.session(SecurityContextHolder.getContext().getAuthentication())
                .or(TokenDetails::family);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDateTime.class), column)
                .toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
