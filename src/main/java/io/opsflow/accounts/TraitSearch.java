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
 * Who has all of some traits. Few are named by their ids; up to as many as a list counts are where the database begins; of
 * more, a page fills soon, whoever comes next in its order.
 */
@Component
class TraitSearch {

    private static final int FEW = 1_000;

    private final JdbcClient sql;

    TraitSearch(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Whom a list is narrowed to.
     *
     * @param hint       what stands behind {@code select}
     * @param conditions which all must hold for {@code u}
     * @param params     the values of their parameters
     * @param bounded    whether these are no more than a list counts
     * @param total      how many they are, or more than a list counts; null where that is not known
     */
    record Narrowed(
            String hint, List<String> conditions, Map<String, Object> params, boolean bounded, @Nullable Long total) {

        boolean isNobody() {
            return total != null && total == 0;
        }
    }

    /** @param traits those first which the fewest may have */
    Narrowed having(List<Trait> traits) {
        Set<Long> common = new LinkedHashSet<>();
        List<Trait> counted = new ArrayList<>();
        List<Trait> others = new ArrayList<>();
        boolean all = true;
        for (Trait trait : traits) {
            if (!counted.isEmpty() && common.size() <= FEW) {
                all &= common.isEmpty();
                others.add(trait);
                continue;
            }
            List<Long> having = some(trait);
            if (having.size() > PageOf.COUNTED) {
                all = false;
                others.add(trait);
            } else if (counted.isEmpty()) {
                common.addAll(having);
                counted.add(trait);
            } else {
                common.retainAll(Set.copyOf(having));
                counted.add(trait);
            }
        }
        Map<String, Object> params = traits.stream()
                .collect(Collectors.toMap(Trait::param, Trait::value, (one, same) -> same, LinkedHashMap::new));
        if (counted.isEmpty()) {
            Long total = others.size() == 1 ? Long.valueOf(PageOf.COUNTED + 1L) : null;
            return new Narrowed("", had(others), params, false, total);
        }
        Long total = all ? Long.valueOf(common.size()) : null;
        if (common.size() <= FEW) {
            return new Narrowed("", with("u.id in (" + text(common) + ")", others), params, true, total);
        }
        others.addAll(counted.subList(1, counted.size()));
        return new Narrowed(Trait.BY_IT, with(counted.get(0).among(), others), params, true, total);
    }

    private List<Long> some(Trait trait) {
        return sql.sql(trait.some())
                .param(trait.param(), trait.value())
                // Of ten thousand rows each counts: what Spring would ask of every one is known here.
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Not as parameters: so many cost both databases more than all the rest. */
    private static String text(Set<Long> ids) {
        return ids.isEmpty() ? "-1" : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<String> had(List<Trait> traits) {
        return traits.stream().map(Trait::had).toList();
    }

    private static List<String> with(String first, List<Trait> others) {
        return Stream.concat(Stream.of(first), had(others).stream()).toList();
    }
}
