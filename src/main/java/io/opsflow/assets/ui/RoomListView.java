package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.Rooms;
import io.opsflow.design.ListPage;
import io.opsflow.design.SavedLists;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;

/** The machine rooms. */
@Route(AssetRoutes.ROOMS)
@Menu(title = "assets.rooms", order = 200, icon = "room")
@RolesAllowed("assets.view")
class RoomListView extends ListPage<RoomDetails> implements HasDynamicTitle {

    RoomListView(Rooms rooms, SavedLists lists, Texts texts, AssetForms forms, BulkForms bulkForms) {
        super("assets.rooms", (filters, paging) -> rooms.find(ListFilters.of(filters), paging));
        search("q", "assets.filter.text");
        choice("status", "assets.f.status", AssetWords.placeStatuses());
        more(Input.TEXT, AssetWords.FIELD, "name", "code", "address", "contact", "phone", "owner", "cooling", "notes");
        moreBounded(Input.NUMBER, AssetWords.FIELD, "area_m2", "power_kw");
        action("assets.room.add", "plus", Permissions.ASSETS_MANAGE, () -> forms.addRoom(this::refresh));
        action(ListFilters.files("rooms", this::filters));
        bulk(
                "assets.bulk",
                "edit",
                Permissions.ASSETS_MANAGE,
                rows -> bulkForms.openRooms(rows, filters(), total(), this::refresh));

        column("assets.f.code", room -> room.facts().code()).width("120px").sortable("code");
        column("assets.f.name", room -> room.facts().name()).grows().sortable("name");
        column("assets.f.status", room -> AssetWords.chip(room.facts().status()))
                .width("110px")
                .sortable("status");
        column("assets.racks", RoomDetails::racks).width("84px");
        column("assets.f.address", room -> room.facts().address())
                .width("220px")
                .sortable("address");
        column("assets.f.contact", room -> room.facts().contact())
                .width("110px")
                .sortable("contact");
        column("assets.f.phone", room -> room.facts().phone()).width("130px").sortable("phone");
        column("assets.f.area_m2", room -> AssetWords.measured(room.facts().areaM2(), "m²"))
                .width("100px")
                .sortable("area_m2");
        column("assets.f.power_kw", room -> AssetWords.measured(room.facts().powerKw(), "kW"))
                .width("100px")
                .sortable("power_kw");
        column("assets.f.cooling", room -> room.facts().cooling())
                .width("140px")
                .sortable("cooling")
                .hidden();
        saved(lists, texts, "rooms");
        narrow(room -> {
            Div line = new Div(
                    new Span(room.facts().name()),
                    AssetWords.chip(room.facts().status()),
                    new Span(room.facts().code()));
            line.addClassName("asset-line");
            return line;
        });
        onOpen(room -> AssetRoutes.room(room.id()));
        empty("room", "assets.rooms.empty", "assets.rooms.empty.hint");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assets.rooms");
    }
}
