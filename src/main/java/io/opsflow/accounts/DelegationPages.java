package io.opsflow.accounts;

import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists delegations, the newest beginning first: a page of one person's is a union of two index ranges. */
@Component
class DelegationPages {

    private static final String NEWEST = " order by begins_at desc, id desc";

    private final EntityManager entities;

    DelegationPages(EntityManager entities) {
        this.entities = entities;
    }

    /** What a list is narrowed to, as SQL and its values. */
    private record Where(List<String> ranges, Map<String, Object> values) {

        static Where of(DelegationFilter filter, Instant now) {
            Map<String, Object> values = new LinkedHashMap<>();
            String state = state(filter.state());
            if (!state.isEmpty()) {
                values.put("now", now);
            }
            if (filter.person() == null) {
                return new Where(List.of(state.isEmpty() ? "" : " where " + state), values);
            }
            values.put("person", filter.person());
            String and = state.isEmpty() ? "" : " and " + state;
            return new Where(List.of(" where absent = :person" + and, " where colleague = :person" + and), values);
        }

        private static String state(@Nullable DelegationState state) {
            if (state == null) {
                return "";
            }
            return switch (state) {
                case UPCOMING -> "begins_at > :now and ends_at > :now";
                case CURRENT -> "begins_at <= :now and ends_at > :now";
                case PAST -> "ends_at <= :now";
            };
        }

        String union(String columns, String end) {
            return ranges.stream()
                    .map(range -> "(select " + columns + " from delegation" + range + end + ")")
                    .collect(Collectors.joining(" union "));
        }
    }

    PageOf<Delegation> page(DelegationFilter filter, Paging paging, Instant now) {
        Where where = Where.of(filter, now);
        int reach = paging.offset() + paging.size();
        String rows = "select d.* from (" + where.union("*", NEWEST + " limit " + reach) + ") d" + NEWEST + " limit "
                + paging.size() + " offset " + paging.offset();
        var query = entities.createNativeQuery(rows, Delegation.class);
        where.values().forEach(query::setParameter);
        List<Delegation> items = new ArrayList<>();
        for (Object item : query.getResultList()) {
            items.add((Delegation) item);
        }
        long total = items.size() < paging.size() && (paging.page() == 0 || !items.isEmpty())
                ? paging.offset() + items.size()
                : count(where);
        return new PageOf<>(
                items, paging.page(), paging.size(), Math.min(total, PageOf.COUNTED), total > PageOf.COUNTED, null);
    }

    private long count(Where where) {
        var query = entities.createNativeQuery(
                "select count(*) from (" + where.union("id", " limit " + (PageOf.COUNTED + 1)) + ") counted");
        where.values().forEach(query::setParameter);
        return ((Number) query.getSingleResult()).longValue();
    }
}
