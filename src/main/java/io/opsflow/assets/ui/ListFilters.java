package io.opsflow.assets.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.QueryParameters;
import io.opsflow.assets.AssetFilter;
import io.opsflow.design.DropMenu;
import io.opsflow.design.Filters;
import io.opsflow.design.Go;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The filters of the asset lists: in the page's address they are called as in the API. */
final class ListFilters {

    private ListFilters() {}

    static AssetFilter of(Filters filters) {
        return AssetFilter.of(parameters(filters));
    }

    static Map<String, List<String>> parameters(Filters filters) {
        return filters.values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }

    /** The list as a file, narrowed as it is on the screen; and files into the list, for those who may. */
    static DropMenu files(String kind, Supplier<Filters> filters) {
        DropMenu menu = new DropMenu(I18NProvider.translate("assets.files"), "file")
                .item(I18NProvider.translate("assets.export.xlsx"), () -> Go.out(export(kind, "xlsx", filters.get())))
                .item(I18NProvider.translate("assets.export.csv"), () -> Go.out(export(kind, "csv", filters.get())));
        if (Actor.may(Permissions.ASSETS_MANAGE)) {
            menu.item(I18NProvider.translate("assets.import.open"), () -> Go.to(AssetRoutes.IMPORT + "?kind=" + kind));
        }
        return menu;
    }

    private static String export(String kind, String format, Filters filters) {
        Map<String, String> parameters = new LinkedHashMap<>(filters.values());
        parameters.put("kind", kind);
        parameters.put("format", format);
        return "api/v1/assets/export?" + QueryParameters.simple(parameters).getQueryString();
    }
}
