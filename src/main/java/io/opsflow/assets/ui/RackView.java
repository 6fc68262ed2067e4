package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.Impacts;
import io.opsflow.assets.RackDetails;
import io.opsflow.assets.RackLook;
import io.opsflow.assets.Racks;
import io.opsflow.assets.Reminders;
import io.opsflow.assets.Reservations;
import io.opsflow.design.Card;
import io.opsflow.design.Go;
import io.opsflow.design.ListPage.Option;
import io.opsflow.design.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rack: both faces side by side, another rack of the room beside it if wanted, and what is known of it. */
@Route(AssetRoutes.RACK)
@RolesAllowed("assets.view")
class RackView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Racks racks;
    private final Reservations reservations;
    private final Elevations elevations;
    private final RackPanel panel;
    private final Impacts impacts;
    private final Reminders reminders;
    private final AssetForms forms;
    private @Nullable RackDetails shown;

    RackView(
            Racks racks,
            Reservations reservations,
            Elevations elevations,
            RackPanel panel,
            Impacts impacts,
            Reminders reminders,
            AssetForms forms) {
        this.racks = racks;
        this.reservations = reservations;
        this.elevations = elevations;
        this.panel = panel;
        this.impacts = impacts;
        this.reminders = reminders;
        this.forms = forms;
        addClassNames("ops-page", "asset-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        long id = AssetRoutes.id(event);
        show(id, RackQuery.of(event, id));
    }

    private void show(long id, RackQuery query) {
        RackDetails rack = racks.get(id);
        shown = rack;
        Runnable again = () -> show(id, query);
        List<Elevation> drawn = new ArrayList<>(List.of(elevations.of(id, Face.BOTH)));
        if (query.beside() != null && query.beside() != id) {
            drawn.add(elevations.of(query.beside(), Face.BOTH));
        }
        RackLook look = RackLook.of(drawn, query.byRole(), query.marked());
        String title = getTranslation("assets.elevation");
        Card card = new Card(title, panel.pictures(title, drawn, Face.SIDES, look, again), new RackLegend(look));
        card.aside(beside(rack, query), RackPanel.colours(query, AssetRoutes.rack(id)));
        RackSide side = new RackSide(rack, reservations, again);
        side.add(
                new ImpactCard(impacts.of(AssetKind.RACK, id)),
                new ChangeList(AssetKind.RACK, paging -> racks.changes(id, paging)));
        Div two = new Div(card, side);
        two.addClassName("asset-two");
        removeAll();
        add(head(rack, again));
        ReminderNotes.of(reminders.open(AssetKind.RACK, id)).forEach(this::add);
        panel.moving(drawn).forEach(this::add);
        add(two);
    }

    private Select<Option> beside(RackDetails rack, RackQuery query) {
        List<Option> others = forms.racksIn(rack.facts().roomId()).stream()
                .filter(option -> !option.value().equals(String.valueOf(rack.id())))
                .toList();
        Select<Option> beside = new Select<>();
        beside.setItems(others);
        beside.setItemLabelGenerator(option -> option == null ? "" : option.label());
        beside.setAriaLabel(getTranslation("assets.beside"));
        beside.setPlaceholder(getTranslation("assets.beside"));
        beside.setEmptySelectionAllowed(true);
        beside.setEmptySelectionCaption(getTranslation("assets.beside.none"));
        others.stream()
                .filter(option -> option.value().equals(String.valueOf(query.beside())))
                .findFirst()
                .ifPresent(beside::setValue);
        beside.addValueChangeListener(change -> Go.to(query.beside(
                        change.getValue() == null
                                ? null
                                : Long.valueOf(change.getValue().value()))
                .at(AssetRoutes.rack(rack.id()))));
        beside.setVisible(!others.isEmpty());
        return beside;
    }

    private PageHead head(RackDetails rack, Runnable again) {
        long id = rack.id();
        return new PageHead(rack.facts().name())
                .crumb(
                        AssetRoutes.room(rack.facts().roomId()),
                        rack.room(),
                        rack.facts().name())
                .marks(AssetWords.chip(rack.facts().status()))
                .actions(FreeSpaceView.button(rack.facts().roomId()))
                .actions(new AssetActions()
                        .edit(() -> forms.edit(rack, again))
                        .action("assets.server.add", "plus", () -> forms.addServer(id, again))
                        .action("assets.move.any", "arrow-right", () -> forms.moveFrom(rack, again))
                        .action("assets.reserve", "clock", () -> forms.reserve(rack, again))
                        .file("assets.print.pdf", "api/v1/racks/" + id + "/elevation.pdf")
                        .file("assets.print.rack-label", "api/v1/assets/labels?kind=racks&paper=62x29&id=" + id)
                        .file("assets.print.server-labels", "api/v1/assets/labels?rack_id=" + id)
                        .delete(rack.facts().name(), why -> {
                            racks.delete(id, why);
                            Go.to(AssetRoutes.RACKS);
                        })
                        .buttons());
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : shown.facts().name();
    }
}
