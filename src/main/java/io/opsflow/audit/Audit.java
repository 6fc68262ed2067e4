package io.opsflow.audit;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what: the entries of the audit log, for those who look after the installation. */
@Service
@PreAuthorize("hasAuthority('audit.view')")
public class Audit {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final AuditSearch search;
    private final ActorNames names;

    Audit(AuditSearch search, ActorNames names) {
        this.search = search;
        this.names = names;
    }

    /**
     * One page of entries, the newest first. Behind the first 10 000, pages are asked for by {@link PageOf#next()}.
     *
     * @throws InvalidInput the order or the cursor is none
     */
    @Transactional(readOnly = true)
    public PageOf<AuditItem> find(AuditFilter filter, Paging paging) {
        PageOf<SignedEntry> page = search.page(filter, paging);
        Map<String, String> known = namesOf(page.items());
        return page.map(signed -> item(signed, known));
    }

    /**
     * One entry, with what has become different.
     *
     * @param id as it stands in an address
     * @throws NotFound no such entry
     */
    @Transactional(readOnly = true)
    public AuditDetails get(String id) {
        SignedEntry signed = Optional.of(id)
                .filter(NUMBER.asMatchPredicate())
                .flatMap(number -> search.find(Long.parseLong(number)))
                .orElseThrow(() -> new NotFound(id));
        return new AuditDetails(
                item(signed, namesOf(List.of(signed))),
                Changes.read(signed.entry().changes()));
    }

    /**
     * Writes entries as a table for spreadsheets: comma-separated, UTF-8 with the mark that Excel looks for, the newest
     * first. However many there are, a thousand are in memory. That somebody has taken them along is an entry as well.
     */
    @Audited("audit.export")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void export(AuditFilter filter, OutputStream out) throws IOException {
        AuditTrail.fact("filter", null, withoutNull(filter));
        AuditCsv csv = new AuditCsv(out);
        long rows = 0;
        AuditEntry last = null;
        List<SignedEntry> some;
        do {
            some = search.after(filter, last, ROWS_AT_ONCE);
            Map<String, String> known = namesOf(some);
            for (SignedEntry signed : some) {
                csv.row(signed, known);
            }
            rows += some.size();
            last = some.isEmpty() ? null : some.get(some.size() - 1).entry();
        } while (some.size() == ROWS_AT_ONCE);
        csv.flush();
        AuditTrail.fact("rows", null, rows);
    }

    private static Map<String, Object> withoutNull(AuditFilter filter) {
        Map<String, @Nullable Object> set = new LinkedHashMap<>();
        set.put("actor", filter.actor());
        set.put("action", filter.action());
        set.put("object", filter.object());
        set.put("way", filter.way());
        set.put("result", filter.result());
        set.put("trace_id", filter.trace());
        set.put("q", filter.q());
        set.put("from", filter.from());
        set.put("to", filter.to());
        set.values().removeIf(Objects::isNull);
        return Map.copyOf(set);
    }

    private Map<String, String> namesOf(List<SignedEntry> page) {
        Set<String> people = page.stream()
                .map(SignedEntry::entry)
                .flatMap(entry -> Stream.of(entry.actor(), Objects.requireNonNullElse(entry.onBehalfOf(), "")))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return names.namesOf(people);
    }

    private static AuditItem item(SignedEntry signed, Map<String, String> known) {
        AuditEntry entry = signed.entry();
        return new AuditItem(
                entry.id(),
                entry.at(),
                entry.actor(),
                known.get(entry.actor()),
                entry.onBehalfOf(),
                entry.onBehalfOf() == null ? null : known.get(entry.onBehalfOf()),
                entry.way(),
                entry.address(),
                entry.means(),
                entry.action(),
                entry.kind(),
                entry.key(),
                entry.result(),
                entry.code(),
                entry.trace(),
                signed.seal());
    }
}
