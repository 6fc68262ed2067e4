package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.FreeSpace;
import io.opsflow.assets.Placement;
import io.opsflow.assets.WantedSpace;
import io.opsflow.design.EmptyState;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.ListPage.Option;
import io.opsflow.design.PageHead;
import io.opsflow.design.Table;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where something of a size would fit: so many units together, so many watts, in a room or anywhere. */
@Route(AssetRoutes.FREE)
@RolesAllowed("assets.view")
class FreeSpaceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SHOWN = 200;

    private final Elevations elevations;
    private final AssetForms forms;
    private final Select<Option> room = new Select<>();
    private final IntegerField height = new IntegerField();
    private final IntegerField power = new IntegerField();
    private final Select<Option> face = new Select<>();
    private final Div found = new Div();

    FreeSpaceView(Elevations elevations, AssetForms forms) {
        this.elevations = elevations;
        this.forms = forms;
        addClassNames("ops-page", "asset-page");
        choice(room, "room_id", forms.allRooms());
        room.setEmptySelectionAllowed(true);
        room.setEmptySelectionCaption(getTranslation("assets.free.anywhere"));
        choice(face, "face", AssetWords.faces());
        number(height, "height_u", 100);
        number(power, "power_w", 1_000_000);
        Button find = new Button(getTranslation("assets.free.find"), Glyph.of("search"), click -> Go.to(address()));
        find.addThemeNames("primary");
        Div form = new Div(room, height, power, face, find);
        form.addClassName("free-form");
        found.getElement().setAttribute("role", "status");
        add(
                new PageHead(getTranslation("assets.free"))
                        .crumb(AssetRoutes.RACKS, getTranslation("assets.racks"), getTranslation("assets.free")),
                form,
                found);
    }

    /** Leads here from pages of rooms and racks. */
    static Button button(long room) {
        return new Button(
                I18NProvider.translate("assets.free"),
                Glyph.of("search"),
                click -> Go.to(AssetRoutes.FREE + "?room_id=" + room));
    }

    private static void choice(Select<Option> field, String name, List<Option> options) {
        field.setLabel(AssetWords.label(name));
        field.setItems(options);
        field.setItemLabelGenerator(option -> option == null ? "" : option.label());
    }

    private static void number(IntegerField field, String name, int most) {
        field.setLabel(AssetWords.label(name));
        field.setMin(1);
        field.setMax(most);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters told = event.getLocation().getQueryParameters();
        Long units = RackQuery.number(told, "height_u");
        Long watts = RackQuery.number(told, "power_w");
        room.clear();
        select(room, told.getSingleParameter("room_id").orElse(""));
        select(face, Face.BOTH.code());
        told.getSingleParameter("face").ifPresent(code -> select(face, code));
        height.setValue(units == null ? 1 : (int) Math.max(1, Math.min(100, units)));
        power.setValue(watts == null ? null : (int) Math.max(1, Math.min(1_000_000, watts)));
        show();
    }

    private static void select(Select<Option> field, String value) {
        field.getListDataView()
                .getItems()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .ifPresent(field::setValue);
    }

    private String address() {
        Map<String, String> told = new LinkedHashMap<>();
        if (room.getValue() != null) {
            told.put("room_id", room.getValue().value());
        }
        told.put("height_u", String.valueOf(Objects.requireNonNullElse(height.getValue(), 1)));
        if (power.getValue() != null) {
            told.put("power_w", power.getValue().toString());
        }
        told.put("face", face.getValue().value());
        return AssetRoutes.FREE + "?" + QueryParameters.simple(told).getQueryString();
    }

    private void show() {
        Long inRoom =
                room.getValue() == null ? null : Long.valueOf(room.getValue().value());
        Face side = Face.of(face.getValue().value());
        List<FreeSpace> places = elevations.free(new WantedSpace(inRoom, height.getValue(), power.getValue(), side));
        found.removeAll();
        if (places.isEmpty()) {
            found.add(new EmptyState(
                    "rack", getTranslation("assets.free.none"), getTranslation("assets.free.none.hint")));
            return;
        }
        found.add(new Paragraph(getTranslation(
                places.size() > SHOWN ? "assets.free.many" : "assets.free.found",
                String.valueOf(places.size()),
                String.valueOf(SHOWN))));
        Table table = new Table(
                getTranslation("assets.free"),
                AssetWords.label("room_id"),
                AssetWords.label("rack_id"),
                AssetWords.label("position_u"),
                AssetWords.label("face"),
                getTranslation("assets.free.watts"));
        places.stream().limit(SHOWN).forEach(place -> row(table, place));
        found.add(table);
    }

    private void row(Table table, FreeSpace place) {
        Placement marked = new Placement(place.rackId(), place.positionU(), height.getValue(), place.face());
        String units = "U" + place.positionU() + (marked.heightU() == 1 ? "" : "–U" + marked.topU());
        table.row(
                new Span(name(place.roomId())),
                new Span(place.rack()),
                new Anchor(RackQuery.to(marked), units),
                new Span(AssetWords.word(place.face())),
                new Span(place.freeW() == null ? "—" : place.freeW() + " W"));
    }

    private String name(long id) {
        return room.getListDataView()
                .getItems()
                .filter(option -> option.value().equals(String.valueOf(id)))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> forms.room(id).label());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("assets.free");
    }
}
