package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.CustomField;
import io.opsflow.assets.CustomFieldFacts;
import io.opsflow.assets.CustomFields;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.ServerFacts;
import io.opsflow.assets.Servers;
import io.opsflow.design.Go;
import io.opsflow.design.ListPage;
import io.opsflow.design.SavedLists;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The servers, in racks or not. */
@Route(AssetRoutes.SERVERS)
@Menu(title = "assets.servers", order = 202, icon = "server")
@RolesAllowed("assets.view")
class ServerListView extends ListPage<ServerDetails> implements HasDynamicTitle {

    ServerListView(
            Servers servers,
            CustomFields customFields,
            SavedLists lists,
            Texts texts,
            AssetForms forms,
            BulkForms bulkForms) {
        super("assets.servers", (filters, paging) -> servers.find(ListFilters.of(filters), paging));
        search("q", "assets.filter.text");
        choice("room_id", "assets.f.room_id", forms.allRooms());
        choice("status", "assets.f.status", AssetWords.serverStatuses());
        day("warranty_until_to", "assets.filter.warranty");
        day("lease_until_to", "assets.filter.lease");
        moreFound("rack_id", "assets.f.rack_id", forms::racksLike, forms::rack);
        more(
                Input.TEXT,
                AssetWords.FIELD,
                "asset_number",
                "serial",
                "vendor",
                "model",
                "role",
                "owner",
                "service",
                "management_address",
                "addresses",
                "os",
                "cpu",
                "disks",
                "tags");
        moreChoice("face", "assets.f.face", AssetWords.faces());
        moreBounded(Input.WHOLE, AssetWords.FIELD, "position_u", "height_u", "power_w", "memory_gb");
        moreBounded(Input.DAY, AssetWords.FIELD, "purchased_on", "warranty_until", "lease_until");
        customFields.all().forEach(this::own);
        action("assets.server.add", "plus", Permissions.ASSETS_MANAGE, () -> forms.addServer(null, this::refresh));
        action(ListFilters.files("servers", this::filters));
        bulk(
                "assets.bulk",
                "edit",
                Permissions.ASSETS_MANAGE,
                rows -> bulkForms.openServers(rows, filters(), total(), this::refresh));
        bulk("assets.print.labels", "file", null, rows -> Go.out(labels(rows)));

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
        customFields.all().forEach(this::ownColumn);
        saved(lists, texts, "servers");
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

    /** Where the labels of some servers are, or of all that the filters let through. */
    private String labels(@Nullable Collection<ServerDetails> some) {
        Map<String, List<String>> which = some == null
                ? ListFilters.parameters(filters())
                : Map.of(
                        "id",
                        some.stream().map(server -> String.valueOf(server.id())).toList());
        return "api/v1/assets/labels?" + new QueryParameters(which).getQueryString();
    }

    /** A field that an administrator has added: a filter, at hand where it has few values, and a column to be chosen. */
    private void own(CustomField field) {
        CustomFieldFacts facts = field.facts();
        String name = "custom." + facts.name();
        switch (facts.kind()) {
            case CHOICE ->
                choiceCalled(
                        name,
                        facts.label(),
                        facts.choices().stream()
                                .map(choice -> new Option(choice, choice))
                                .toList());
            case FLAG ->
                choiceCalled(name, facts.label(), List.of(new Option("true", getTranslation("assets.fields.yes"))));
            case TEXT -> moreCalled(name, facts.label(), Input.TEXT);
            case NUMBER -> moreCalled(name, facts.label(), Input.NUMBER);
            case DATE -> moreCalled(name, facts.label(), Input.DAY);
        }
    }

    private void ownColumn(CustomField field) {
        String name = field.facts().name();
        column(
                        "custom." + name,
                        field.facts().label(),
                        server -> words(server.facts().custom().get(name)))
                .width("130px")
                .hidden();
    }

    private @Nullable Object words(@Nullable Object value) {
        return Boolean.TRUE.equals(value) ? getTranslation("assets.fields.yes") : value;
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
