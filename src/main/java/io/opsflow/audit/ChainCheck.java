package io.opsflow.audit;

import io.opsflow.audit.AuditFinding.Kind;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * One walk along the chain, from its start to where it ended when the walk began. However long it is, a part of it is in
 * memory; each link is compared with what stands in the table before it, so that one falsification is one finding.
 */
final class ChainCheck {

    private static final int LINKS_AT_ONCE = 500;
    private static final int ENTRIES_AT_ONCE = 5_000;

    private final AuditTable entries;
    private final ChainTable chain;
    private final AuditKey key;
    private final Mac mac;
    private final LongConsumer progress;
    private final List<AuditFinding> findings = new ArrayList<>();
    private final Map<Long, String> expected = new HashMap<>();
    private long wrong;
    private long seen;
    private long links;

    ChainCheck(
            AuditTable entries,
            ChainTable chain,
            AuditKey key,
            List<AuditAnchors.Anchor> anchors,
            LongConsumer progress) {
        this.entries = entries;
        this.chain = chain;
        this.key = key;
        this.mac = key.mac();
        this.progress = progress;
        anchors.forEach(anchor -> expected.put(anchor.seal(), anchor.hash()));
    }

    AuditReport run(AuditChain.Ends ends, Clock clock) {
        if (!ends.start().holds(key)) {
            found(Kind.START_CHANGED, null, ends.start().seal(), null);
        }
        expected.keySet().removeIf(seal -> seal <= ends.start().seal());
        walk(ends.start(), ends.last().seal());
        if (!ends.head().holds(key) || !ends.head().isAt(ends.last())) {
            found(Kind.TAIL_CUT, null, ends.head().seal(), null);
        }
        entries.outside(ends.start().seal(), chain.mark(ChainMark.HEAD).seal(), AuditReport.NAMED)
                .forEach(id -> found(Kind.ENTRY_INSERTED, id, null, null));
        expected.keySet().stream().sorted().forEach(seal -> found(Kind.ANCHOR_MISSED, null, seal, null));
        long waiting = waiting();
        return new AuditReport(clock.instant(), seen, links, waiting, findings, wrong);
    }

    private void walk(ChainMark start, long end) {
        ChainMark last = start;
        List<Seal> some = chain.after(start.seal(), end, LINKS_AT_ONCE);
        while (!some.isEmpty()) {
            for (List<Seal> part : parts(some)) {
                last = check(part, last);
                progress.accept(seen);
            }
            some = chain.after(last.seal(), end, LINKS_AT_ONCE);
        }
    }

    /** As many links as hold so many entries. */
    private static List<List<Seal>> parts(List<Seal> links) {
        List<List<Seal>> parts = new ArrayList<>();
        List<Seal> part = new ArrayList<>();
        int size = 0;
        for (Seal link : links) {
            if (size >= ENTRIES_AT_ONCE) {
                parts.add(part);
                part = new ArrayList<>();
                size = 0;
            }
            part.add(link);
            size += link.members().size();
        }
        parts.add(part);
        return parts;
    }

    private ChainMark check(List<Seal> part, ChainMark before) {
        Map<Long, Map<Long, SignedEntry>> bySeal = new LinkedHashMap<>();
        for (SignedEntry signed :
                entries.ofSeals(part.get(0).id(), part.get(part.size() - 1).id())) {
            bySeal.computeIfAbsent(signed.seal(), seal -> new LinkedHashMap<>())
                    .put(signed.entry().id(), signed);
        }
        ChainMark last = before;
        for (Seal seal : part) {
            missing(last.seal() + 1, seal.id() - 1);
            boolean follows = seal.id() == last.seal() + 1;
            check(seal, bySeal.getOrDefault(seal.id(), Map.of()), follows ? last.hash() : null);
            String noted = expected.get(seal.id());
            if (noted != null && noted.equals(HexFormat.of().formatHex(seal.hash()))) {
                expected.remove(seal.id());
            }
            last = new ChainMark(ChainMark.HEAD, seal.id(), seal.hash(), seal.hash());
        }
        return last;
    }

    private void missing(long first, long last) {
        for (long gone = first; gone <= Math.min(last, first + AuditReport.NAMED); gone++) {
            found(Kind.LINK_MISSING, null, gone, null);
        }
        wrong += Math.max(0, last - first - AuditReport.NAMED);
    }

    private void check(Seal seal, Map<Long, SignedEntry> there, byte @Nullable [] before) {
        links++;
        seen += there.size();
        List<byte[]> macs = new ArrayList<>();
        boolean whole = true;
        for (Long id : seal.members()) {
            SignedEntry signed = there.get(id);
            if (signed == null) {
                found(Kind.ENTRY_MISSING, id, seal.id(), seal.at());
                whole = false;
            } else {
                macs.add(signed.mac());
            }
        }
        long told = wrong;
        Set<Long> named = new HashSet<>(seal.members());
        for (SignedEntry signed : there.values()) {
            AuditEntry entry = signed.entry();
            if (!named.contains(entry.id())) {
                found(Kind.ENTRY_INSERTED, entry.id(), seal.id(), seal.at());
            } else if (!isGenuine(signed)) {
                found(Kind.ENTRY_CHANGED, entry.id(), seal.id(), seal.at());
            } else if (AuditChain.BROKEN.equals(entry.action())) {
                found(Kind.END_WAS_CHANGED, entry.id(), seal.id(), entry.at());
            }
        }
        boolean comparable = whole && told == wrong;
        if (before != null
                && comparable
                && !MessageDigest.isEqual(seal.hash(), mac.doFinal(seal.bytes(before, macs)))) {
            found(Kind.LINK_CHANGED, null, seal.id(), seal.at());
        }
    }

    /** What is not chained yet must be signed at least. */
    private long waiting() {
        List<SignedEntry> waiting = entries.unsealed(ENTRIES_AT_ONCE);
        waiting.stream()
                .filter(signed -> !isGenuine(signed))
                .forEach(signed -> found(Kind.ENTRY_INSERTED, signed.entry().id(), null, null));
        return waiting.size();
    }

    private boolean isGenuine(SignedEntry signed) {
        return MessageDigest.isEqual(signed.mac(), mac.doFinal(signed.entry().bytes()));
    }

    private void found(Kind kind, @Nullable Long entry, @Nullable Long seal, @Nullable Instant at) {
        wrong++;
        if (findings.size() < AuditReport.NAMED) {
            findings.add(new AuditFinding(kind, entry, seal, at));
        }
    }
}
