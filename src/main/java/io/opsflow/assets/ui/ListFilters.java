package io.opsflow.assets.ui;

import com.vaadin.flow.router.QueryParameters;
import io.opsflow.assets.AssetFilter;
import io.opsflow.design.Filters;
import java.util.LinkedHashMap;
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

    /** Where the labels of the list's servers are. */
    static String labels(Filters filters) {
        return "api/v1/assets/labels?"
                + QueryParameters.simple(filters.values()).getQueryString();
    }

    /** Where the list is as a file, narrowed as it is on the screen. */
    static String export(String kind, Filters filters) {
        Map<String, String> parameters = new LinkedHashMap<>(filters.values());
        parameters.put("kind", kind);
        parameters.put("format", "xlsx");
        return "api/v1/assets/export?" + QueryParameters.simple(parameters).getQueryString();
    }
}
