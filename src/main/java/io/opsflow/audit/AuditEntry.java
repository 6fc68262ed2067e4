package io.opsflow.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log, as it is kept.
 *
 * @param id         unique; roughly, but not exactly, in order of time
 * @param at         when
 * @param actor      who
 * @param onBehalfOf in whose click the system acted
 * @param way        the code of a {@link Way}
 * @param means      the session or token
 * @param kind       the kind of the object
 * @param key        which one
 * @param result     the code of an {@link AuditResult}
 * @param code       why it was not done
 * @param changes    {@code {"field": [before, after]}}
 * @param trace      the id under which the program's log knows it
 */
record AuditEntry(
        long id,
        Instant at,
        String actor,
        @Nullable String onBehalfOf,
        String way,
        @Nullable String address,
        @Nullable String means,
        String action,
        String kind,
        @Nullable String key,
        String result,
        @Nullable String code,
        @Nullable String changes,
        @Nullable String trace) {

    private static final int FORMAT = 1;

    /** As it is going to be kept: what is too long for its place is cut off, and no line has two lines. */
    AuditEntry fitting() {
        return new AuditEntry(
                id,
                at.truncatedTo(ChronoUnit.MICROS),
                fitting(actor, 64),
                onBehalfOf == null ? null : fitting(onBehalfOf, 64),
                way,
                address == null ? null : fitting(address, 64),
                means == null ? null : fitting(means, 80),
                fitting(action, 64),
                fitting(kind, 32),
                key == null ? null : fitting(key, 190),
                result,
                code == null ? null : fitting(code, 100),
                changes == null ? null : whole(changes),
                trace == null ? null : fitting(trace, 64));
    }

    AuditEntry withId(long given) {
        return new AuditEntry(
                given, at, actor, onBehalfOf, way, address, means, action, kind, key, result, code, changes, trace);
    }

    /** The same bytes for the same entry, and never for another: every field stands with its length. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            String[] fields = {actor, onBehalfOf, way, address, means, action, kind, key, result, code, changes, trace};
            for (String field : fields) {
                byte[] text = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(field == null ? -1 : text.length);
                out.write(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String fitting(String text, int length) {
        String line = whole(text).replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() <= length ? line : whole(line.substring(0, length - 1)) + "…";
    }

    /** Half a character, which no database keeps, becomes a question mark. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
