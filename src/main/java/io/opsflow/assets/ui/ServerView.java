package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.CustomField;
import io.opsflow.assets.CustomFields;
import io.opsflow.assets.Impacts;
import io.opsflow.assets.Moves;
import io.opsflow.assets.Reminders;
import io.opsflow.assets.ServerDetails;
import io.opsflow.assets.ServerFacts;
import io.opsflow.assets.Servers;
import io.opsflow.design.Banner;
import io.opsflow.design.Card;
import io.opsflow.design.Go;
import io.opsflow.design.KeyValues;
import io.opsflow.design.PageHead;
import io.opsflow.design.Tone;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** One server: where it stands, what it is, and what has happened to it. */
@Route(AssetRoutes.SERVER)
@RolesAllowed("assets.view")
class ServerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Servers servers;
    private final Moves moves;
    private final Impacts impacts;
    private final Reminders reminders;
    private final CustomFields customFields;
    private final AssetForms forms;
    private @Nullable ServerDetails shown;

    ServerView(
            Servers servers,
            Moves moves,
            Impacts impacts,
            Reminders reminders,
            CustomFields customFields,
            AssetForms forms) {
        this.servers = servers;
        this.moves = moves;
        this.impacts = impacts;
        this.reminders = reminders;
        this.customFields = customFields;
        this.forms = forms;
        addClassNames("ops-page", "asset-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(AssetRoutes.id(event));
    }

    private void show(long id) {
        ServerDetails server = servers.get(id);
        shown = server;
        Div left = new Div(place(server), machine(server.facts()), new ImpactCard(impacts.of(AssetKind.SERVER, id)));
        left.addClassName("ops-stack");
        Div right = new Div(
                business(server.facts()), new ChangeList(AssetKind.SERVER, paging -> servers.changes(id, paging)));
        right.addClassName("ops-stack");
        Div two = new Div(left, right);
        two.addClassName("asset-halves");
        removeAll();
        add(head(server));
        moves.open(id)
                .ifPresent(move -> add(Banner.of(
                        Tone.WORK,
                        new Anchor(
                                AssetRoutes.move(move.key()),
                                getTranslation(
                                        "assets.move.open",
                                        move.key().toString(),
                                        move.to(),
                                        getTranslation(
                                                "assets.status." + move.status().code()))))));
        ReminderNotes.of(reminders.open(AssetKind.SERVER, id)).forEach(this::add);
        add(two);
    }

    private PageHead head(ServerDetails server) {
        ServerFacts facts = server.facts();
        return new PageHead(facts.assetNumber())
                .crumb(AssetRoutes.SERVERS, getTranslation("assets.servers"), facts.assetNumber())
                .marks(AssetWords.chip(facts.status()))
                .actions(new AssetActions()
                        .edit(() -> forms.edit(server, () -> show(server.id())))
                        .action("assets.move", "arrow-right", () -> forms.move(server, () -> show(server.id())))
                        .file("assets.print.label", "api/v1/assets/labels?paper=62x29&id=" + server.id())
                        .delete(facts.assetNumber(), why -> {
                            servers.delete(server.id(), why);
                            Go.to(AssetRoutes.SERVERS);
                        })
                        .buttons());
    }

    private Card place(ServerDetails server) {
        ServerFacts facts = server.facts();
        KeyValues values = new KeyValues();
        if (server.rack() == null || server.roomId() == null || facts.rackId() == null) {
            values.fact(AssetWords.label("rack_id"), getTranslation("assets.nowhere"));
        } else {
            values.fact(
                            AssetWords.label("room_id"),
                            new Anchor(AssetRoutes.room(server.roomId()), String.valueOf(server.room())))
                    .fact(AssetWords.label("rack_id"), new Anchor(AssetRoutes.rack(facts.rackId()), server.rack()))
                    .fact(
                            AssetWords.label("position_u"),
                            "U" + facts.positionU() + " · " + facts.heightU() + " U · "
                                    + (facts.face() == null ? "" : AssetWords.word(facts.face())));
        }
        return new Card(
                getTranslation("assets.place"),
                values.fact(AssetWords.label("power_w"), AssetWords.measured(facts.powerW(), "W")));
    }

    private Card machine(ServerFacts facts) {
        KeyValues values = new KeyValues()
                .fact(AssetWords.label("serial"), facts.serial())
                .fact(AssetWords.label("vendor"), facts.vendor())
                .fact(AssetWords.label("model"), facts.model())
                .fact(AssetWords.label("cpu"), facts.cpu())
                .fact(AssetWords.label("memory_gb"), AssetWords.measured(facts.memoryGb(), "GB"))
                .fact(AssetWords.label("disks"), facts.disks())
                .fact(AssetWords.label("os"), facts.os())
                .fact(AssetWords.label("management_address"), facts.managementAddress())
                .fact(AssetWords.label("addresses"), String.join(", ", facts.addresses()));
        return new Card(getTranslation("assets.machine"), values);
    }

    private Card business(ServerFacts facts) {
        KeyValues values = new KeyValues()
                .fact(AssetWords.label("role"), facts.role())
                .fact(AssetWords.label("owner"), facts.owner())
                .fact(AssetWords.label("service"), facts.service())
                .fact(AssetWords.label("purchased_on"), words(facts.purchasedOn()))
                .fact(AssetWords.label("warranty_until"), words(facts.warrantyUntil()))
                .fact(AssetWords.label("lease_until"), words(facts.leaseUntil()))
                .fact(AssetWords.label("tags"), String.join(", ", facts.tags()));
        customFields.all().stream()
                .map(CustomField::facts)
                .forEach(field -> values.fact(field.label(), own(facts.custom().get(field.name()))));
        return new Card(getTranslation("assets.business"), values);
    }

    private @Nullable String own(@Nullable Object value) {
        return value instanceof Boolean ? getTranslation("assets.flag." + value) : words(value);
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.facts().assetNumber();
    }
}
