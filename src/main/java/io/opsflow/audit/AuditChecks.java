package io.opsflow.audit;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the audit log is as the program has written it. */
@Service
public class AuditChecks {

    private static final Logger LOG = LoggerFactory.getLogger(AuditChecks.class);

    private final AuditTable entries;
    private final ChainTable table;
    private final AuditChain chain;
    private final AuditKey key;
    private final AuditAnchors anchors;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "audit-check");
        made.setDaemon(true);
        return made;
    });
    private volatile State state = new State(false, 0, 0, null);

    AuditChecks(
            AuditTable entries, ChainTable table, AuditChain chain, AuditKey key, AuditAnchors anchors, Clock clock) {
        this.entries = entries;
        this.table = table;
        this.chain = chain;
        this.key = key;
        this.anchors = anchors;
        this.clock = clock;
    }

    /**
     * Walks along the whole chain and compares every entry. A million take less than a minute; whoever works meanwhile does
     * not wait.
     *
     * @param progress is told from time to time how many entries have been looked at
     */
    @PreAuthorize("hasAuthority('audit.view')")
    @Audited("audit.verify")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public AuditReport verify(LongConsumer progress) {
        AuditReport report = walk(progress);
        state = new State(running.get(), report.entries(), report.entries(), report);
        AuditTrail.fact("entries", null, report.entries());
        AuditTrail.fact("wrong", null, report.wrong());
        return report;
    }

    /**
     * Begins a check behind the caller's back, if none is going on in this node; {@link #state} tells how it fares.
     */
    @PreAuthorize("hasAuthority('audit.view')")
    @Audited("audit.verify")
    public void begin() {
        if (running.compareAndSet(false, true)) {
            state = new State(true, 0, entries.count(), state.report());
            thread.execute(this::checkBehind);
        }
    }

    /** How the check fares that is going on, and what the last one has found in this node. */
    @PreAuthorize("hasAuthority('audit.view')")
    @Transactional(readOnly = true)
    public State state() {
        return state;
    }

    /**
     * How a check fares.
     *
     * @param running whether one is going on
     * @param seen    how many entries it has looked at
     * @param total   how many there are, roughly
     * @param report  what the last one has found; null before the first
     */
    public record State(boolean running, long seen, long total, @Nullable AuditReport report) {}

    private void checkBehind() {
        long total = state.total();
        AuditReport before = state.report();
        try {
            AuditReport report = walk(seen -> state = new State(true, seen, total, before));
            state = new State(false, report.entries(), report.entries(), report);
        } catch (RuntimeException e) {
            LOG.warn("The audit log could not be checked to its end", e);
            state = new State(false, 0, total, before);
        } finally {
            running.set(false);
        }
    }

    /** What was found last, also by the nightly check. */
    @Nullable
    AuditReport last() {
        return state.report();
    }

    /** The nightly check. Two nodes that do it do it twice, which harms nobody. */
    void tell() {
        AuditReport report = walk(seen -> {});
        state = new State(running.get(), report.entries(), report.entries(), report);
        if (report.isIntact()) {
            LOG.info("The audit log is intact: {} entries in {} links", report.entries(), report.links());
        } else {
            LOG.error(
                    "The audit log is not as this program has written it: {} findings, the first {}",
                    report.wrong(),
                    report.findings());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    /** How many entries there are, roughly what a check has to look at. */
    @PreAuthorize("hasAuthority('audit.view')")
    @Transactional(readOnly = true)
    public long size() {
        return entries.count();
    }

    /** The walk alone; begun again when the chain's start has moved meanwhile, because old entries were deleted. */
    AuditReport walk(LongConsumer progress) {
        while (true) {
            AuditChain.Ends ends = chain.ends();
            AuditReport report = new ChainCheck(entries, table, key, anchors.all(), progress).run(ends, clock);
            if (report.isIntact() || table.mark(ChainMark.START).isAt(ends.start())) {
                return report;
            }
        }
    }
}
