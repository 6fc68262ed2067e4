package io.opsflow.accounts;

import io.opsflow.kernel.PageOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has all of some traits. As long as one of these is not too common, those who have it are named by their ids; otherwise
 * a page fills soon, whoever comes next in its order.
 */
@Component
class TraitSearch {

    /** So few are asked for the remaining traits one by one. */
    private static final int FEW = 1_000;

    private final JdbcClient sql;

    TraitSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whom a list is narrowed to.
     *
     * @param conditions which all must hold for {@code u}
     * @param params     the values of their parameters
     * @param total      how many they are, or more than a list counts; null where that is not known
     * @param named      whether the conditions name those among whom everybody is
     */
    record Narrowed(List<String> conditions, Map<String, Object> params, @Nullable Long total, boolean named) {

        boolean isNobody() {
            return total != null && total == 0;
        }
    }

    /** @param traits those first which the fewest may have */
    Narrowed having(List<Trait> traits) {
        Set<Long> common = null;
        long known = 0;
        List<Trait> others = new ArrayList<>();
        for (Trait trait : traits) {
            if (common != null && common.size() <= FEW) {
                others.add(trait);
                continue;
            }
            Some some = some(trait);
            known = Math.max(known, some.people().size());
            if (!some.all()) {
                others.add(trait);
            } else if (common == null) {
                common = some.people();
            } else {
                common.retainAll(some.people());
            }
        }
        Map<String, Object> params = traits.stream()
                .collect(Collectors.toMap(Trait::param, Trait::value, (one, same) -> same, LinkedHashMap::new));
        List<String> conditions = others.stream().map(Trait::had).toList();
        if (common == null) {
            return new Narrowed(conditions, params, others.size() == 1 && known > PageOf.COUNTED ? known : null, false);
        }
        Long total = others.isEmpty() || common.isEmpty() ? Long.valueOf(common.size()) : null;
        String named = "u.id in (" + text(common) + ")";
        return new Narrowed(Stream.concat(Stream.of(named), conditions.stream()).toList(), params, total, true);
    }

    /** People who have a trait, and whether these are all. */
    private record Some(Set<Long> people, boolean all) {}

    private Some some(Trait trait) {
        List<Long> rows = sql.sql(trait.some())
                .param(trait.param(), trait.value())
                // Of ten thousand rows each counts: what Spring would ask of every one is known here.
                .query((row, number) -> row.getLong(1))
                .list();
        Set<Long> people = new LinkedHashSet<>(rows);
        return new Some(people, rows.size() <= Trait.ROWS && people.size() <= Trait.COMMON);
    }

    /** Not as parameters: so many cost both databases more than all the rest. */
    private static String text(Set<Long> ids) {
        return ids.isEmpty() ? "-1" : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
