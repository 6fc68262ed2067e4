package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Adds entries, signed each by itself; {@link AuditSealer} chains them afterwards. */
@Component
class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final AuditTable table;
    private final AuditIds ids;
    private final AuditKey key;
    private final CallOrigin origin;
    private final AuditSealer sealer;
    private final Clock clock;
    private final Repeated repeated;

    AuditLog(AuditTable table, AuditIds ids, AuditKey key, CallOrigin origin, AuditSealer sealer, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.key = key;
        this.origin = origin;
        this.sealer = sealer;
        this.clock = clock;
        this.repeated = new Repeated(clock);
    }

    /** What an entry says that is made in this thread now. */
    AuditEntry entry(
            Actor actor,
            String action,
            String kind,
            @Nullable String key,
            AuditResult result,
            @Nullable String code,
            @Nullable String changes) {
        return entry(origin.current(), actor, action, kind, key, result, code, changes);
    }

    /** The same for something that was asked for from elsewhere. */
    AuditEntry entry(
            CallOrigin.Origin from,
            Actor actor,
            String action,
            String kind,
            @Nullable String key,
            AuditResult result,
            @Nullable String code,
            @Nullable String changes) {
        CallOrigin.told();
        return new AuditEntry(
                        0,
                        clock.instant(),
                        actor.name(),
                        actor.onBehalfOf(),
                        from.way().code(),
                        from.address(),
                        from.means(),
                        action,
                        kind,
                        key,
                        result.code(),
                        code,
                        changes,
                        from.trace())
                .fitting();
    }

    /** Adds an entry in the present transaction: it is there if and only if the change is. */
    void add(AuditEntry entry) {
        AuditEntry numbered = entry.withId(ids.next());
        table.insert(numbered, key.of(numbered));
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sealer.soon();
                }
            });
        } else {
            sealer.soon();
        }
    }

    /**
     * Adds an entry about something that was not done. Inside somebody's transaction that has to wait for its end, and for
     * another thread: this one's connection is taken.
     */
    void addAlone(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            addNow(entry);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                sealer.run(() -> addNow(entry));
            }
        });
    }

    /**
     * The same. Of what somebody tries who is not signed in, wrong passwords are all told, for each has cost a slow
     * computation; anything else once a minute from each address, so that nobody fills the log.
     */
    void addRefused(AuditEntry entry) {
        if (!entry.actor().equals(AuditedCall.NOBODY.name())
                || Refusal.WRONG_PASSWORD.equals(entry.code())
                || repeated.isNew(entry.address() + " " + entry.action() + " " + entry.code())) {
            addAlone(entry);
        }
    }

    private void addNow(AuditEntry entry) {
        try {
            add(entry);
        } catch (DataAccessException | TransactionException e) {
            // Why it was refused is what the person must be told, not this.
            LOG.warn(
                    "Not in the audit log, for the database does not answer: {} {} by {}: {}",
                    entry.action(),
                    entry.key(),
                    entry.actor(),
                    entry.code(),
                    e);
        }
    }
}
