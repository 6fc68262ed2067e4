package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.FloorPlan;
import io.opsflow.assets.FloorPlans;
import io.opsflow.assets.Impacts;
import io.opsflow.assets.RackLook;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.RoomFacts;
import io.opsflow.assets.Rooms;
import io.opsflow.design.Card;
import io.opsflow.design.EmptyState;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.KeyValues;
import io.opsflow.design.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One machine room: from above, its rows of racks from the front or from behind, and what is known of it. */
@Route(AssetRoutes.ROOM)
@RolesAllowed("assets.view")
class RoomView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Rooms rooms;
    private final Elevations elevations;
    private final FloorPlans plans;
    private final RackPanel panel;
    private final Impacts impacts;
    private final AssetForms forms;
    private @Nullable RoomDetails shown;

    RoomView(Rooms rooms, Elevations elevations, FloorPlans plans, RackPanel panel, Impacts impacts, AssetForms forms) {
        this.rooms = rooms;
        this.elevations = elevations;
        this.plans = plans;
        this.panel = panel;
        this.impacts = impacts;
        this.forms = forms;
        addClassNames("ops-page", "asset-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(AssetRoutes.id(event), RackQuery.of(event, null));
    }

    private void show(long id, RackQuery query) {
        RoomDetails room = rooms.get(id);
        shown = room;
        Runnable again = () -> show(id, query);
        removeAll();
        add(head(room, again));
        FloorPlan plan = plans.of(id);
        if (plan.rows().isEmpty()) {
            add(new EmptyState(
                    "rack", getTranslation("assets.racks.empty"), getTranslation("assets.racks.empty.hint")));
        } else {
            List<Elevation> racks = elevations.ofRoom(id, Face.BOTH);
            panel.moving(racks).forEach(this::add);
            add(new FloorCard(plans, plan), racks(room, plan, racks, query, again));
        }
        add(
                facts(room.facts()),
                new ImpactCard(impacts.of(AssetKind.ROOM, id)),
                new ChangeList(AssetKind.ROOM, paging -> rooms.changes(id, paging)));
    }

    private PageHead head(RoomDetails room, Runnable again) {
        Button print = new Button(
                getTranslation("assets.print"),
                Glyph.of("file"),
                click -> Go.to(AssetRoutes.room(room.id()) + "/print"));
        return new PageHead(room.facts().name())
                .crumb(
                        AssetRoutes.ROOMS,
                        getTranslation("assets.rooms"),
                        room.facts().code())
                .marks(AssetWords.chip(room.facts().status()))
                .actions(FreeSpaceView.button(room.id()), print)
                .actions(new AssetActions()
                        .edit(() -> forms.edit(room, again))
                        .action("assets.rack.add", "plus", () -> forms.addRack(room.id(), again))
                        .file("assets.print.room-label", "api/v1/assets/labels?kind=rooms&paper=62x29&id=" + room.id())
                        .file("assets.print.svg", "api/v1/rooms/" + room.id() + "/elevations.svg")
                        .file("assets.print.pdf", "api/v1/rooms/" + room.id() + "/elevations.pdf")
                        .delete(room.facts().name(), why -> {
                            rooms.delete(room.id(), why);
                            Go.to(AssetRoutes.ROOMS);
                        })
                        .buttons());
    }

    private Card racks(RoomDetails room, FloorPlan plan, List<Elevation> racks, RackQuery query, Runnable again) {
        RackLook look = RackLook.of(racks, query.byRole(), null);
        Map<Long, Elevation> byId = racks.stream().collect(Collectors.toMap(Elevation::rackId, Function.identity()));
        Card card = new Card(getTranslation("assets.elevation"));
        for (FloorPlan.Row row : plan.rows()) {
            List<Elevation> inRow =
                    row.racks().stream().map(tile -> byId.get(tile.rackId())).toList();
            String name = row.name() == null ? "—" : getTranslation("assets.row", row.name());
            card.add(panel.pictures(name, inRow, List.of(query.side()), look, again));
        }
        card.add(new RackLegend(look));
        Face other = query.side() == Face.FRONT ? Face.REAR : Face.FRONT;
        String path = AssetRoutes.room(room.id());
        Button turn = new Button(
                getTranslation("assets.show", AssetWords.word(other)),
                click -> Go.to(query.from(other).at(path)));
        card.aside(RackPanel.colours(query, path), turn);
        return card;
    }

    private Card facts(RoomFacts facts) {
        return new Card(
                getTranslation("assets.facts"),
                new KeyValues()
                        .fact(AssetWords.label("address"), facts.address())
                        .fact(AssetWords.label("contact"), facts.contact())
                        .fact(AssetWords.label("phone"), facts.phone())
                        .fact(AssetWords.label("owner"), facts.owner())
                        .fact(AssetWords.label("area_m2"), AssetWords.measured(facts.areaM2(), "m²"))
                        .fact(AssetWords.label("power_kw"), AssetWords.measured(facts.powerKw(), "kW"))
                        .fact(AssetWords.label("cooling"), facts.cooling())
                        .fact(AssetWords.label("notes"), facts.notes()));
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.facts().name();
    }
}
