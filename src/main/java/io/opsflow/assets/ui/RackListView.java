package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.design.ListPage;
import io.opsflow.design.SavedLists;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;

/** The racks of all rooms. */
@Route(AssetRoutes.RACKS)
@Menu(title = "assets.racks", order = 201, icon = "rack")
@RolesAllowed("assets.view")
class RackListView extends ListPage<RackDetails> implements HasDynamicTitle {

    RackListView(Racks racks, SavedLists lists, Texts texts, AssetForms forms, BulkForms bulkForms) {
        super("assets.racks", (filters, paging) -> racks.find(ListFilters.of(filters), paging));
        search("q", "assets.filter.text");
        choice("room_id", "assets.f.room_id", forms.allRooms());
        choice("status", "assets.f.status", AssetWords.placeStatuses());
        more(Input.TEXT, AssetWords.FIELD, "name", "row", "owner", "notes");
        moreBounded(Input.WHOLE, AssetWords.FIELD, "position", "height_u", "width_mm", "power_limit_w");
        moreBounded(Input.DAY, AssetWords.FIELD, "lease_until");
        action("assets.rack.add", "plus", Permissions.ASSETS_MANAGE, () -> forms.addRack(null, this::refresh));
        action(ListFilters.files("racks", this::filters));
        bulk(
                "assets.bulk",
                "edit",
                Permissions.ASSETS_MANAGE,
                rows -> bulkForms.openRacks(rows, filters(), total(), this::refresh));

        column("assets.f.name", rack -> rack.facts().name()).grows().sortable("name");
        column("assets.f.room_id", RackDetails::room).width("180px").sortable("room_id");
        column("assets.f.row", rack -> rack.facts().row()).width("80px").sortable("row");
        column("assets.f.position", rack -> rack.facts().position())
                .width("90px")
                .sortable("position");
        column("assets.f.status", rack -> AssetWords.chip(rack.facts().status()))
                .width("110px")
                .sortable("status");
        column("assets.servers", RackDetails::servers).width("84px");
        column(
                        "assets.used.u",
                        rack -> AssetWords.used(rack.usedU(), rack.facts().heightU(), "U"))
                .width("140px")
                .sortable("height_u");
        column(
                        "assets.used.w",
                        rack -> AssetWords.used(rack.usedW(), rack.facts().powerLimitW(), "W"))
                .width("180px")
                .sortable("power_limit_w");
        column("assets.f.owner", rack -> rack.facts().owner()).width("120px").sortable("owner");
        saved(lists, texts, "racks");
        narrow(rack -> {
            Div line = new Div(
                    new Span(rack.facts().name()),
                    AssetWords.chip(rack.facts().status()),
                    new Span(rack.room()),
                    new Span(AssetWords.used(rack.usedU(), rack.facts().heightU(), "U")));
            line.addClassName("asset-line");
            return line;
        });
        onOpen(rack -> AssetRoutes.rack(rack.id()));
        empty("rack", "assets.racks.empty", "assets.racks.empty.hint");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assets.racks");
    }
}
