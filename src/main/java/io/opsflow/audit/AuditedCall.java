package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An audited call that is going on in this thread, and the one that it was made from. */
final class AuditedCall {

    /** Acts before anybody is signed in. */
    static final Actor NOBODY = new Actor("#nobody", null);

    private static final ThreadLocal<@Nullable AuditedCall> CURRENT = new ThreadLocal<>();

    private final String action;
    private final @Nullable AuditedCall outer;
    /** What is done lasts, even when the call that it was made from fails. */
    private final boolean lasts;

    private final AuditLog log;
    private final Changes changes = new Changes();
    private final List<AuditEntry> refusedWithin = new ArrayList<>();
    private Actor actor;
    private String kind;
    private @Nullable String key;
    private boolean written;

    private AuditedCall(String action, @Nullable Object key, AuditLog log) {
        this.action = action;
        this.outer = CURRENT.get();
        this.lasts = !TransactionSynchronizationManager.isActualTransactionActive();
        this.log = log;
        this.actor = acting();
        this.kind = action.replaceFirst("\\..*", "");
        this.key = key == null ? null : key.toString();
    }

    static AuditedCall begin(String action, @Nullable Object key, AuditLog log) {
        AuditedCall call = new AuditedCall(action, key, log);
        CURRENT.set(call);
        return call;
    }

    static @Nullable AuditedCall current() {
        return CURRENT.get();
    }

    void end() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    void object(String kind, @Nullable Object key) {
        this.kind = kind;
        this.key = key == null ? null : key.toString();
    }

    void onBehalfOf(String absent) {
        actor = new Actor(actor.name(), absent);
    }

    Changes changes() {
        return changes;
    }

    /** It was done: part of the call that it was made from, or an entry in the transaction that does it. */
    void done() {
        if (written) {
            return;
        }
        written = true;
        if (actor.equals(NOBODY)) {
            actor = acting();
        }
        AuditedCall whole = outer;
        if (whole != null && !lasts && belongsTo(whole)) {
            if (whole.key == null && key != null) {
                whole.object(kind, key);
            }
            whole.changes.addAll(changes);
        } else {
            log.add(entry(AuditResult.DONE, null));
        }
    }

    /** There is nothing to tell of. */
    void nothing() {
        written = true;
    }

    /** It was not done. Told when no transaction is open any more, so that the entry is not undone as well. */
    void failed(Throwable why) {
        AuditEntry entry = entry(Refusal.result(why), Refusal.code(why));
        if (outer == null) {
            log.addRefused(entry);
        } else {
            AuditedCall first = outer;
            while (first.outer != null) {
                first = first.outer;
            }
            first.refusedWithin.add(entry);
        }
    }

    /** What was refused on the way although the whole was done, as a process may have it. */
    void tellRefused() {
        refusedWithin.forEach(log::addAlone);
    }

    private boolean belongsTo(AuditedCall whole) {
        return whole.actor.equals(actor) && (key == null || whole.key == null || Objects.equals(key, whole.key));
    }

    private AuditEntry entry(AuditResult result, @Nullable String code) {
        return log.entry(actor, action, kind, key, result, code, result == AuditResult.DONE ? changes.json() : null);
    }

    private static Actor acting() {
        return Actor.isSignedIn() ? Actor.current() : NOBODY;
    }
}
