package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes entries that have become too old. The chain then begins with a signed mark behind the last deleted link, so that
 * what is left can be checked as before; who deleted how many is an entry.
 */
@Service
public class AuditRetention {

    private static final int LINKS_AT_ONCE = 50;

    private final ChainTable chain;
    private final AuditTable entries;
    private final AuditKey key;
    private final AuditLog log;
    private final AuditProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditRetention(
            ChainTable chain,
            AuditTable entries,
            AuditKey key,
            AuditLog log,
            AuditProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.chain = chain;
        this.entries = entries;
        this.key = key;
        this.log = log;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How old entries become here. */
    @PreAuthorize("hasAuthority('audit.view')")
    @Transactional(readOnly = true)
    public Duration age() {
        return properties.retention();
    }

    /**
     * How many entries are older than that and would be deleted.
     *
     * @throws InvalidInput that is too young for entries to be deleted
     */
    @PreAuthorize("hasAuthority('audit.view')")
    @Transactional(readOnly = true)
    public long olderThan(Duration age) {
        return entries.countOfSeals(last(age));
    }

    /**
     * Deletes the entries that are older than that. Tells how many.
     *
     * @throws InvalidInput that is too young for entries to be deleted
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Audited("audit.clear")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public long clear(Duration age) {
        long last = last(age);
        long deleted = delete(last);
        AuditTrail.fact("older_than", null, clock.instant().minus(age));
        AuditTrail.fact("until_link", null, last);
        AuditTrail.fact("deleted", null, deleted);
        return deleted;
    }

    /** What the settings say is too old. Two nodes that do it do it one after the other. */
    void clearAtNight() {
        long last = last(properties.retention());
        long deleted = delete(last);
        if (deleted > 0) {
            Changes changes = new Changes();
            changes.add("older_than", null, clock.instant().minus(properties.retention()));
            changes.add("until_link", null, last);
            changes.add("deleted", null, deleted);
            transaction.executeWithoutResult(status -> log.add(log.entry(
                    new Actor(Actor.SYSTEM, null),
                    "audit.clear",
                    "audit",
                    null,
                    AuditResult.DONE,
                    null,
                    changes.json())));
        }
    }

    private long last(Duration age) {
        if (age.compareTo(AuditProperties.SHORTEST) < 0) {
            throw new InvalidInput("older_than", "audit-age-too-young", AuditProperties.SHORTEST.toDays());
        }
        Instant before = clock.instant().minus(age);
        return chain.lastBefore(before).orElse(0L);
    }

    private long delete(long last) {
        long deleted = 0;
        Integer some = 0;
        while (some != null) {
            some = transaction.execute(status -> deleteSome(last));
            deleted += some == null ? 0 : some;
        }
        return deleted;
    }

    /** Deletes the first links, and moves the chain's start behind them; null when there is nothing to do any more. */
    private @Nullable Integer deleteSome(long last) {
        chain.lockHead();
        ChainMark start = chain.mark(ChainMark.START);
        List<Seal> links = chain.after(start.seal(), last, LINKS_AT_ONCE);
        if (links.isEmpty()) {
            return null;
        }
        Seal behind = links.get(links.size() - 1);
        chain.move(ChainMark.signed(ChainMark.START, behind.id(), behind.hash(), key));
        chain.deleteUntil(behind.id());
        return entries.deleteOfSeals(behind.id());
    }
}
