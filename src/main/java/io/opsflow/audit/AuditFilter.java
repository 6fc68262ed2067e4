package io.opsflow.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null stands for all.
 *
 * @param actor  who did it, or on whose behalf it was done
 * @param action the action, or with a dot at its end all of one kind: {@code ticket.}
 * @param object the object's key
 * @param way    the way in
 * @param result what came of it
 * @param trace  the trace id
 * @param q      a text in key, action, name, address, code, trace id or changes
 * @param from   included
 * @param to     excluded
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String object,
        @Nullable Way way,
        @Nullable AuditResult result,
        @Nullable String trace,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static AuditFilter all() {
        return new AuditFilter(null, null, null, null, null, null, null, null, null);
    }
}
