package io.opsflow.assets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which assets are wanted. Every field of the API narrows the list by its name: any of several values; nothing for those
 * where the field is empty; numbers and days also from and to a bound, both included ({@code power_w_from}).
 *
 * @param q      text anywhere in the object; null for any
 * @param fields the wanted values by parameter
 */
public record AssetFilter(@Nullable String q, Map<String, List<String>> fields) {

    /** Parameters of a list that are no filters. */
    private static final Set<String> PAGING = Set.of("page", "size", "sort", "after");

    public AssetFilter {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        fields.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        fields = Collections.unmodifiableMap(copy);
    }

    /** Everything. */
    public static AssetFilter everything() {
        return new AssetFilter(null, Map.of());
    }

    /** Everything that narrows the list of a kind, sorted. */
    public static Set<String> parameters(AssetKind kind) {
        return ListFields.parameters(ListFields.of(kind));
    }

    /** The filter that a list's parameters tell. */
    public static AssetFilter of(Map<String, List<String>> parameters) {
        Map<String, List<String>> fields = new LinkedHashMap<>(parameters);
        fields.keySet().removeAll(PAGING);
        List<String> q = fields.remove("q");
        return new AssetFilter(q == null || q.isEmpty() ? null : q.get(0), fields);
    }

    /** The same, narrowed further. */
    public AssetFilter with(String field, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(fields);
        more.put(field, new ArrayList<>(List.of(values)));
        return new AssetFilter(q, more);
    }
}
