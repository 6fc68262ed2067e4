package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.RoomFacts;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.Why;
import io.opsflow.design.Card;
import io.opsflow.design.EmptyState;
import io.opsflow.design.Go;
import io.opsflow.design.KeyValues;
import io.opsflow.design.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One machine room: what is known of it, and its racks in a row, from the front or from behind. */
@Route(AssetRoutes.ROOM)
@RolesAllowed("assets.view")
class RoomView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Rooms rooms;
    private final Elevations elevations;
    private final AssetForms forms;
    private @Nullable RoomDetails shown;
    private Face side = Face.FRONT;

    RoomView(Rooms rooms, Elevations elevations, AssetForms forms) {
        this.rooms = rooms;
        this.elevations = elevations;
        this.forms = forms;
        addClassNames("ops-page", "asset-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(AssetRoutes.id(event));
    }

    private void show(long id) {
        RoomDetails room = rooms.get(id);
        shown = room;
        removeAll();
        add(head(room), racks(room), facts(room.facts()), new ChangeList(paging -> rooms.changes(id, paging)));
    }

    private PageHead head(RoomDetails room) {
        return new PageHead(room.facts().name())
                .crumb(
                        AssetRoutes.ROOMS,
                        getTranslation("assets.rooms"),
                        room.facts().code())
                .marks(AssetWords.chip(room.facts().status()))
                .actions(new AssetActions()
                        .edit(() -> forms.edit(room, () -> show(room.id())))
                        .action("assets.rack.add", "plus", () -> forms.addRack(room.id(), () -> show(room.id())))
                        .file("assets.print.pdf", "api/v1/rooms/" + room.id() + "/elevations.pdf")
                        .delete(room.facts().name(), () -> {
                            rooms.delete(room.id(), Why.unsaid());
                            Go.to(AssetRoutes.ROOMS);
                        })
                        .buttons());
    }

    private Card racks(RoomDetails room) {
        Card card = new Card(getTranslation("assets.elevation"));
        List<Elevation> racks = elevations.ofRoom(room.id(), side);
        if (racks.isEmpty()) {
            card.add(new EmptyState(
                    "rack", getTranslation("assets.racks.empty"), getTranslation("assets.racks.empty.hint")));
            return card;
        }
        Face other = side == Face.FRONT ? Face.REAR : Face.FRONT;
        Button turn = new Button(getTranslation("assets.show", AssetWords.word(other)), click -> {
            side = other;
            show(room.id());
        });
        RackPictures pictures = new RackPictures(elevations);
        pictures.show(racks);
        card.aside(turn);
        card.add(pictures);
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
