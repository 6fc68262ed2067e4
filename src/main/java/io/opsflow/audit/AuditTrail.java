package io.opsflow.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link Audited} method tells of its change. Of a before and an after only the fields that differ are kept, and
 * nothing of fields that hold secrets. Outside an audited call nothing is recorded.
 */
public final class AuditTrail {

    private AuditTrail() {}

    /** Which object it is about, where the first argument does not say it; none when the caller named none. */
    public static void object(String kind, @Nullable Object key) {
        AuditedCall call = AuditedCall.current();
        if (call != null) {
            call.object(kind, key);
        }
    }

    /**
     * The object, and what has become of it.
     *
     * @param before a record or a map; null when there was none
     * @param after  a record or a map; null when there is none any more
     */
    public static void changed(String kind, Object key, @Nullable Object before, @Nullable Object after) {
        AuditedCall call = AuditedCall.current();
        if (call != null) {
            call.object(kind, key);
            call.changes().add(before, after);
        }
    }

    /** One fact that is different now. */
    public static void fact(String field, @Nullable Object before, @Nullable Object after) {
        AuditedCall call = AuditedCall.current();
        if (call != null) {
            call.changes().add(field, before, after);
        }
    }

    /** It is done in the place of somebody who is away. */
    public static void onBehalfOf(String absent) {
        AuditedCall call = AuditedCall.current();
        if (call != null) {
            call.onBehalfOf(absent);
        }
    }

    /** Nothing was done after all: there is nothing to write. */
    public static void nothing() {
        AuditedCall call = AuditedCall.current();
        if (call != null) {
            call.nothing();
        }
    }

    /**
     * Writes the entry now, in the present transaction: for a method whose transaction is shorter than the method. What
     * fails afterwards is an entry of its own.
     */
    public static void done() {
        AuditedCall call = AuditedCall.current();
        if (call != null) {
            call.done();
        }
    }
}
