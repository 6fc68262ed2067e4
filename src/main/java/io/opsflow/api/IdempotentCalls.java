package io.opsflow.api;

import io.opsflow.api.Idempotency.StoredAnswer;
import io.opsflow.platform.OpsFlowSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The table of calls that happen once. Keys and bodies are kept as keyed digests: bodies may hold passwords that somebody
 * could guess.
 */
@Component
class IdempotentCalls {

    private static final Duration KEPT = Duration.ofHours(24);
    /** Longer than any call takes: whoever began before has died, and has committed nothing. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);

    private static final int MOST = 10_000;

    private final JdbcClient sql;
    private final Clock clock;
    private final SecretKey key;

    IdempotentCalls(JdbcClient sql, OpsFlowSettings settings, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        this.key = settings.keyFor("idempotent calls");
    }

    /**
     * A call that is known under its key.
     *
     * @param attempt who does it; another one takes over from somebody who has died
     * @param answer  what it was answered, if it is over
     */
    record Begun(String id, String attempt, @Nullable StoredAnswer answer) {}

    /** What stands in the table. */
    private record Row(String fingerprint, String attempt, Instant begunAt, @Nullable StoredAnswer answer) {}

    /**
     * Notes that somebody has begun, or finds what became of it.
     *
     * @throws KeyInUse  somebody is at it
     * @throws KeyReused it was another call
     */
    Begun begin(String caller, String callKey, HttpServletRequest request, byte[] body) {
        String id = digest(caller, callKey);
        String fingerprint = digest(
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                new String(body, StandardCharsets.ISO_8859_1));
        String attempt = UUID.randomUUID().toString();
        Row row = find(id);
        if (row == null) {
            refuseBeyond(caller);
            sql.sql("delete from idempotent_call where id = ? and begun_at <= ?")
                    .params(id, time(clock.instant().minus(KEPT)))
                    .update();
            try {
                sql.sql("insert into idempotent_call (id, caller, fingerprint, attempt, begun_at)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(id, caller, fingerprint, attempt, time(clock.instant()))
                        .update();
                return new Begun(id, attempt, null);
            } catch (DuplicateKeyException quicker) {
                throw new KeyInUse();
            }
        }
        if (!row.fingerprint().equals(fingerprint)) {
            throw new KeyReused();
        }
        if (row.answer() == null && !takeOver(id, row, attempt)) {
            throw new KeyInUse();
        }
        return new Begun(id, attempt, row.answer());
    }

    private @Nullable Row find(String id) {
        return sql.sql("select * from idempotent_call where id = ? and begun_at > ?")
                .params(id, time(clock.instant().minus(KEPT)))
                .query((row, number) -> new Row(
                        row.getString("fingerprint"),
                        row.getString("attempt"),
                        Objects.requireNonNull(row.getObject("begun_at", LocalDateTime.class))
                                .toInstant(ZoneOffset.UTC),
                        answer(row)))
                .optional()
                .orElse(null);
    }

    private void refuseBeyond(String caller) {
        int count = sql.sql("select count(*) from idempotent_call where caller = ?")
                .param(caller)
                .query(Integer.class)
                .single();
        if (count >= MOST) {
            throw new TooManyKeys(MOST);
        }
    }

    private boolean takeOver(String id, Row row, String attempt) {
        Instant now = clock.instant();
        return row.begunAt().plus(LONGEST_CALL).isBefore(now)
                && sql.sql("update idempotent_call set attempt = ?, begun_at = ? where id = ? and attempt = ?")
                                .params(attempt, time(now), id, row.attempt())
                                .update()
                        == 1;
    }

    /** Keeps the answer in the transaction of what was done; false when somebody else has taken over. */
    boolean finish(Begun call, StoredAnswer answer) {
        return sql.sql("update idempotent_call set status = ?, content_type = ?, location = ?, body = ?"
                                + " where id = ? and attempt = ?")
                        .params(
                                answer.status(),
                                answer.contentType(),
                                answer.location(),
                                answer.body(),
                                call.id(),
                                call.attempt())
                        .update()
                == 1;
    }

    /** Nothing was done, so the same call may come again. */
    void abandon(Begun call) {
        sql.sql("delete from idempotent_call where id = ? and attempt = ? and status is null")
                .params(call.id(), call.attempt())
                .update();
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void forget() {
        sql.sql("delete from idempotent_call where begun_at <= ?")
                .param(time(clock.instant().minus(KEPT)))
                .update();
    }

    private static @Nullable StoredAnswer answer(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        return status == 0
                ? null
                : new StoredAnswer(
                        status,
                        Objects.requireNonNullElse(row.getString("content_type"), ""),
                        Objects.requireNonNullElse(row.getString("location"), ""),
                        Objects.requireNonNullElse(row.getString("body"), ""));
    }

    private String digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + key.getAlgorithm(), e);
        }
    }

    private static LocalDateTime time(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
