package io.opsflow.audit;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries, the newest first. */
@Component
class AuditSearch {

    private static final String NEWEST_FIRST = " order by created_at desc, id desc";

    private final JdbcClient sql;

    AuditSearch(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<SignedEntry> find(long id) {
        return sql.sql("select " + AuditTable.COLUMNS + " from audit_entry where id = ?")
                .param(id)
                .query(AuditTable::entry)
                .optional();
    }

    PageOf<SignedEntry> page(AuditFilter filter, Paging paging) {
        if (paging.sort() != null && !paging.sort().equals("created_at,desc")) {
            throw new InvalidInput("sort", "unknown-sort", "created_at,desc");
        }
        Conditions all = conditions(filter);
        Conditions some = paging.after() == null ? all : all.before(Place.of(paging.after()));
        List<SignedEntry> found = list(some, paging.size() + 1, paging.after() == null ? paging.offset() : 0);
        boolean isLast = found.size() <= paging.size();
        List<SignedEntry> items = isLast ? found : found.subList(0, paging.size());
        boolean counted = isLast && paging.after() == null && (paging.page() == 0 || !items.isEmpty());
        long total = counted ? paging.offset() + items.size() : count(all);
        return new PageOf<>(
                items,
                paging.page(),
                paging.size(),
                Math.min(total, PageOf.COUNTED),
                total > PageOf.COUNTED,
                isLast ? null : Place.of(items.get(items.size() - 1).entry()).text());
    }

    /** The entries behind one of them, or the first ones. */
    List<SignedEntry> after(AuditFilter filter, @Nullable AuditEntry last, int limit) {
        Conditions all = conditions(filter);
        return list(last == null ? all : all.before(Place.of(last)), limit, 0);
    }

    private List<SignedEntry> list(Conditions conditions, int limit, int offset) {
        List<Object> parameters = new ArrayList<>(conditions.parameters());
        parameters.add(limit);
        parameters.add(offset);
        return sql.sql("select " + AuditTable.COLUMNS + " from audit_entry" + conditions.where() + NEWEST_FIRST
                        + " limit ? offset ?")
                .params(parameters)
                .query(AuditTable::entry)
                .list();
    }

    private long count(Conditions conditions) {
        return sql.sql("select count(*) from (select 1 as one from audit_entry" + conditions.where() + " limit "
                        + (PageOf.COUNTED + 1) + ") counted")
                .params(conditions.parameters())
                .query(Long.class)
                .single();
    }

    private static Conditions conditions(AuditFilter filter) {
        Conditions wanted = new Conditions(List.of(), List.of());
        if (filter.actor() != null) {
            // Names are kept in small letters.
            String actor = filter.actor().strip().toLowerCase(Locale.ROOT);
            wanted = wanted.and("(actor = ? or on_behalf_of = ?)", actor, actor);
        }
        if (filter.action() != null) {
            wanted = filter.action().endsWith(".")
                    ? wanted.and("action like ?", escaped(filter.action()) + "%")
                    : wanted.and("action = ?", filter.action());
        }
        if (filter.object() != null) {
            wanted = wanted.and("object_key = ?", filter.object());
        }
        if (filter.way() != null) {
            wanted = wanted.and("way = ?", filter.way().code());
        }
        if (filter.result() != null) {
            wanted = wanted.and("result = ?", filter.result().code());
        }
        if (filter.trace() != null) {
            wanted = wanted.and("trace_id = ?", filter.trace());
        }
        if (filter.q() != null && !filter.q().isBlank()) {
            String text = "%" + escaped(filter.q().strip().toLowerCase(Locale.ROOT)) + "%";
            wanted = wanted.and(
                    "(lower(object_key) like ? or lower(action) like ? or lower(actor) like ? or lower(on_behalf_of)"
                            + " like ? or address like ? or code like ? or trace_id like ? or lower(changes) like ?)",
                    text,
                    text,
                    text,
                    text,
                    text,
                    text,
                    text,
                    text);
        }
        if (filter.from() != null) {
            wanted = wanted.and("created_at >= ?", AuditTable.time(filter.from()));
        }
        return filter.to() == null ? wanted : wanted.and("created_at < ?", AuditTable.time(filter.to()));
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private record Conditions(List<String> all, List<Object> parameters) {

        Conditions and(String condition, Object... values) {
            List<String> more = new ArrayList<>(all);
            more.add(condition);
            List<Object> with = new ArrayList<>(parameters);
            with.addAll(List.of(values));
            return new Conditions(more, with);
        }

        Conditions before(Place place) {
            Object time = AuditTable.time(place.at());
            return and("(created_at < ? or (created_at = ? and id < ?))", time, time, place.id());
        }

        String where() {
            return all.isEmpty() ? "" : " where " + String.join(" and ", all);
        }
    }

    /** Where a page ended. */
    private record Place(Instant at, long id) {

        static Place of(AuditEntry entry) {
            return new Place(entry.at(), entry.id());
        }

        static Place of(String cursor) {
            if (!cursor.matches("\\d{1,18}-\\d{1,18}")) {
                throw new InvalidInput("after", "cursor-unreadable");
            }
            String[] parts = cursor.split("-", -1);
            return new Place(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1]));
        }

        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
        }
    }
}
