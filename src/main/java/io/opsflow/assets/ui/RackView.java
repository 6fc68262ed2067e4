package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Reservation;
import io.opsflow.assets.Reservations;
import io.opsflow.assets.Why;
import io.opsflow.design.Card;
import io.opsflow.design.Go;
import io.opsflow.design.KeyValues;
import io.opsflow.design.PageHead;
import io.opsflow.design.Table;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rack: both faces side by side, how full it is, and what is kept free in it. */
@Route(AssetRoutes.RACK)
@RolesAllowed("assets.view")
class RackView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Racks racks;
    private final Reservations reservations;
    private final Elevations elevations;
    private final AssetForms forms;
    private @Nullable RackDetails shown;

    RackView(Racks racks, Reservations reservations, Elevations elevations, AssetForms forms) {
        this.racks = racks;
        this.reservations = reservations;
        this.elevations = elevations;
        this.forms = forms;
        addClassNames("ops-page", "asset-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(AssetRoutes.id(event));
    }

    private void show(long id) {
        RackDetails rack = racks.get(id);
        shown = rack;
        RackPictures pictures = new RackPictures(elevations);
        pictures.show(Face.SIDES.stream().map(side -> elevations.of(id, side)).toList());
        Div side = new Div(facts(rack), reserved(id), new ChangeList(paging -> racks.changes(id, paging)));
        side.addClassName("ops-stack");
        Div two = new Div(new Card(getTranslation("assets.elevation"), pictures), side);
        two.addClassName("asset-two");
        removeAll();
        add(head(rack), two);
    }

    private PageHead head(RackDetails rack) {
        long id = rack.id();
        return new PageHead(rack.facts().name())
                .crumb(
                        AssetRoutes.room(rack.facts().roomId()),
                        rack.room(),
                        rack.facts().name())
                .marks(AssetWords.chip(rack.facts().status()))
                .actions(new AssetActions()
                        .edit(() -> forms.edit(rack, () -> show(id)))
                        .action("assets.server.add", "plus", () -> forms.addServer(id, () -> show(id)))
                        .action("assets.reserve", "clock", () -> forms.reserve(rack, () -> show(id)))
                        .file("assets.print.pdf", "api/v1/racks/" + id + "/elevation.pdf")
                        .file("assets.print.labels", "api/v1/assets/labels?rack_id=" + id)
                        .delete(rack.facts().name(), () -> {
                            racks.delete(id, Why.unsaid());
                            Go.to(AssetRoutes.RACKS);
                        })
                        .buttons());
    }

    private Card facts(RackDetails rack) {
        return new Card(
                        getTranslation("assets.facts"),
                        new KeyValues()
                                .fact(
                                        getTranslation("assets.used.u"),
                                        AssetWords.used(
                                                rack.usedU(), rack.facts().heightU(), "U"))
                                .fact(
                                        getTranslation("assets.used.w"),
                                        AssetWords.used(
                                                rack.usedW(), rack.facts().powerLimitW(), "W"))
                                .fact(AssetWords.label("row"), rack.facts().row())
                                .fact(
                                        AssetWords.label("position"),
                                        rack.facts().position() == null
                                                ? null
                                                : rack.facts().position().toString())
                                .fact(AssetWords.label("owner"), rack.facts().owner())
                                .fact(
                                        AssetWords.label("lease_until"),
                                        rack.facts().leaseUntil() == null
                                                ? null
                                                : rack.facts().leaseUntil().toString())
                                .fact(AssetWords.label("notes"), rack.facts().notes()))
                .aside(new Anchor(
                        AssetRoutes.SERVERS + "?rack_id=" + rack.id(),
                        getTranslation("assets.rack.servers", String.valueOf(rack.servers()))));
    }

    private Card reserved(long id) {
        List<Reservation> kept = reservations.of(id);
        Card card = new Card(getTranslation("assets.reservations"));
        if (kept.isEmpty()) {
            Span none = new Span(getTranslation("assets.reservations.none"));
            none.addClassName("ops-dim");
            card.add(none);
            return card;
        }
        Table table = new Table(
                getTranslation("assets.reservations"),
                AssetWords.label("position_u"),
                AssetWords.label("owner"),
                AssetWords.label("until"),
                "");
        for (Reservation reservation : kept) {
            var facts = reservation.facts();
            Button release = new Button(getTranslation("assets.release"), click -> {
                reservations.delete(id, reservation.id());
                show(id);
            });
            release.addThemeNames("tertiary");
            release.setVisible(Actor.may(Permissions.ASSETS_MANAGE));
            table.row(
                    new Span("U" + facts.positionU() + "–U" + (facts.positionU() + facts.heightU() - 1) + " "
                            + AssetWords.word(facts.face())),
                    new Span(facts.owner()),
                    new Span(facts.until() == null ? "—" : facts.until().toString()),
                    release);
        }
        card.add(table);
        return card;
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.facts().name();
    }
}
