package io.opsflow.audit;

import io.opsflow.kernel.Actor;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the links of the chain: one at a time over all nodes, while entries go on being added. */
@Component
class AuditChain {

    static final int MOST_IN_ONE = 500;
    /** The action of an entry that tells that the chain's end was not as the program had left it. */
    static final String BROKEN = "audit.broken";

    private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);
    private static final Actor SYSTEM = new Actor(Actor.SYSTEM, null);

    private final AuditTable entries;
    private final ChainTable table;
    private final AuditIds ids;
    private final AuditKey key;
    private final AuditAnchors anchors;
    private final Clock clock;

    AuditChain(AuditTable entries, ChainTable table, AuditIds ids, AuditKey key, AuditAnchors anchors, Clock clock) {
        this.entries = entries;
        this.table = table;
        this.ids = ids;
        this.key = key;
        this.anchors = anchors;
        this.clock = clock;
    }

    /** Makes one link of what has been added, if anything has. Tells whether there is more. */
    @Transactional
    public boolean sealSome() {
        ChainMark head = table.lockHead();
        ChainMark last = end();
        if (!head.isAt(last) || !head.holds(key)) {
            broken(head, last);
        }
        List<SignedEntry> found = entries.unsealed(MOST_IN_ONE);
        if (found.isEmpty()) {
            return false;
        }
        link(last, genuine(found));
        return found.size() == MOST_IN_ONE;
    }

    /** Notes outside of the database where the chain ends, when it is time for that. */
    @Transactional(readOnly = true)
    public void note() {
        if (anchors.isDue()) {
            ChainMark head = table.mark(ChainMark.HEAD);
            if (head.seal() > 0 && head.holds(key)) {
                anchors.note(head);
            }
        }
    }

    private void link(ChainMark last, List<SignedEntry> genuine) {
        if (genuine.isEmpty()) {
            return;
        }
        List<Long> members = genuine.stream().map(signed -> signed.entry().id()).toList();
        Seal open = new Seal(last.seal() + 1, clock.instant(), members, new byte[0]);
        byte[] hash = key.mac()
                .doFinal(open.bytes(
                        last.hash(), genuine.stream().map(SignedEntry::mac).toList()));
        table.insert(open.withHash(hash));
        entries.seal(members, open.id());
        ChainMark head = ChainMark.signed(ChainMark.HEAD, open.id(), hash, key);
        table.move(head);
    }

    /** Where the chain begins, where it should end and where it does, at one moment. */
    @Transactional
    public Ends ends() {
        ChainMark head = table.lockHead();
        return new Ends(table.mark(ChainMark.START), head, end());
    }

    /**
     * The ends of the chain.
     *
     * @param start where it begins
     * @param head  where it should end
     * @param last  where it does
     */
    record Ends(ChainMark start, ChainMark head, ChainMark last) {}

    private ChainMark end() {
        return table.last()
                .map(seal -> new ChainMark(ChainMark.HEAD, seal.id(), seal.hash(), seal.hash()))
                .orElseGet(() -> table.mark(ChainMark.START));
    }

    /** Entries that the program did not write are not made part of the chain. */
    private List<SignedEntry> genuine(List<SignedEntry> found) {
        Mac mac = key.mac();
        List<SignedEntry> genuine = new ArrayList<>();
        List<Long> forged = new ArrayList<>();
        for (SignedEntry signed : found) {
            if (MessageDigest.isEqual(signed.mac(), mac.doFinal(signed.entry().bytes()))) {
                genuine.add(signed);
            } else {
                forged.add(signed.entry().id());
            }
        }
        if (!forged.isEmpty()) {
            LOG.error("Somebody else than this program has added to the audit log, or changed it: entries {}", forged);
            entries.seal(forged, AuditTable.FORGED);
        }
        return genuine;
    }

    /** Goes on where the chain ends now; that it had ended elsewhere is told by an entry for ever. */
    private void broken(ChainMark head, ChainMark last) {
        LOG.error(
                "The end of the audit log is not as this program has left it: link {} was the last, {} is",
                head.seal(),
                last.seal());
        Changes changes = new Changes();
        changes.add("last_link", head.seal(), last.seal());
        AuditEntry entry = new AuditEntry(
                        ids.next(),
                        clock.instant(),
                        SYSTEM.name(),
                        null,
                        Way.JOB.code(),
                        null,
                        null,
                        BROKEN,
                        "audit",
                        null,
                        AuditResult.FAILED.code(),
                        "chain-broken",
                        changes.json(),
                        null)
                .fitting();
        entries.insert(entry, key.of(entry));
    }
}
