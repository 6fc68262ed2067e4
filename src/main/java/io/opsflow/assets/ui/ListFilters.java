package io.opsflow.assets.ui;

import io.opsflow.assets.AssetFilter;
import io.opsflow.design.Filters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The filters of the asset lists: in the page's address they are called as in the API. */
final class ListFilters {

    private ListFilters() {}

    static AssetFilter of(Filters filters) {
        Map<String, List<String>> fields = filters.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
        return AssetFilter.of(fields);
    }
}
