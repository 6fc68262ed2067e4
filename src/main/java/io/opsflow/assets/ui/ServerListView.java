package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.ServerFacts;
import io.opsflow.assets.Servers;
import io.opsflow.design.Go;
import io.opsflow.design.ListPage;
import io.opsflow.kernel.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The servers, in racks or not. */
@Route(AssetRoutes.SERVERS)
@Menu(title = "assets.servers", order = 202, icon = "server")
@RolesAllowed("assets.view")
class ServerListView extends ListPage<ServerDetails> implements HasDynamicTitle {

    ServerListView(Servers servers, AssetForms forms) {
        super("assets.servers", (filters, paging) -> servers.find(ListFilters.of(filters), paging));
        search("q", "assets.filter.text");
        choice("room_id", "assets.f.room_id", forms.roomsLike(""));
        choice("status", "assets.f.status", AssetWords.serverStatuses());
        day("warranty_until_to", "assets.filter.warranty");
        day("lease_until_to", "assets.filter.lease");
        pinned("rack_id");
        action("assets.server.add", "plus", Permissions.ASSETS_MANAGE, () -> forms.addServer(null, this::refresh));
        action("assets.export", "file", null, () -> Go.out(ListFilters.export("servers", filters())));
        action("assets.print.labels", "file", null, () -> Go.out(ListFilters.labels(filters())));

        fact("asset_number", ServerFacts::assetNumber).width("150px");
        fact("status", facts -> AssetWords.chip(facts.status())).width("110px");
        column("assets.f.place", ServerListView::place).grows();
        fact("vendor", ServerFacts::vendor).width("100px");
        fact("model", ServerFacts::model).width("130px");
        fact("role", ServerFacts::role).width("110px");
        fact("management_address", ServerFacts::managementAddress).width("130px");
        fact("owner", ServerFacts::owner).width("110px");
        fact("service", ServerFacts::service).width("110px");
        fact("serial", ServerFacts::serial).width("140px");
        fact("os", ServerFacts::os).width("130px").hidden();
        fact("cpu", ServerFacts::cpu).width("130px").hidden();
        fact("memory_gb", facts -> AssetWords.measured(facts.memoryGb(), "GB"))
                .width("90px")
                .hidden();
        fact("disks", ServerFacts::disks).width("130px").hidden();
        fact("power_w", facts -> AssetWords.measured(facts.powerW(), "W"))
                .width("90px")
                .hidden();
        fact("purchased_on", ServerFacts::purchasedOn).width("110px").hidden();
        fact("warranty_until", ServerFacts::warrantyUntil).width("110px").hidden();
        fact("lease_until", ServerFacts::leaseUntil).width("110px").hidden();
        column("assets.f.tags", server -> String.join(", ", server.facts().tags()))
                .width("130px")
                .hidden();
        narrow(server -> {
            Div line = new Div(
                    new Span(server.facts().assetNumber()),
                    AssetWords.chip(server.facts().status()),
                    new Span(place(server)));
            line.addClassName("asset-line");
            return line;
        });
        onOpen(server -> AssetRoutes.server(server.id()));
        empty("server", "assets.servers.empty", "assets.servers.empty.hint");
    }

    private Column fact(String field, Function<ServerFacts, ? extends @Nullable Object> value) {
        return column("assets.f." + field, server -> value.apply(server.facts()))
                .sortable(field);
    }

    static String place(ServerDetails server) {
        return server.rack() == null
                ? ""
                : server.room() + " · " + server.rack() + " · U"
                        + server.facts().positionU();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assets.servers");
    }
}
