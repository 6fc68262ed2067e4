package io.opsflow.audit;

import java.time.Clock;
import java.util.function.LongConsumer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether the audit log is as the program has written it. */
@Service
public class AuditChecks {

    private final AuditTable entries;
    private final ChainTable table;
    private final AuditChain chain;
    private final AuditKey key;
    private final AuditAnchors anchors;
    private final Clock clock;

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
        AuditTrail.fact("entries", null, report.entries());
        AuditTrail.fact("wrong", null, report.wrong());
        return report;
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
