package io.opsflow.assets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.RackLook;
import io.opsflow.assets.RoomDetails;
import io.opsflow.assets.Rooms;
import io.opsflow.design.Glyph;
import io.opsflow.design.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** All racks of a machine room for the printer: one a page, both faces. */
@Route(AssetRoutes.PRINT)
@RolesAllowed("assets.view")
class RoomPrintView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Rooms rooms;
    private final Elevations elevations;
    private String title = "";

    RoomPrintView(Rooms rooms, Elevations elevations) {
        this.rooms = rooms;
        this.elevations = elevations;
        addClassNames("ops-page", "asset-page", "asset-print");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RoomDetails room = rooms.get(AssetRoutes.id(event));
        RackQuery query = RackQuery.of(event, null);
        List<Elevation> racks = elevations.ofRoom(room.id(), Face.BOTH);
        RackLook look = RackLook.of(racks, query.byRole(), null);
        title = room.facts().name();
        Button print = new Button(getTranslation("assets.print.now"), Glyph.of("file"));
        print.addThemeNames("primary");
        print.addClickListener(click -> getElement().executeJs("setTimeout(() => window.print())"));
        removeAll();
        add(new PageHead(getTranslation("assets.print.title", title))
                .crumb(AssetRoutes.room(room.id()), title, getTranslation("assets.print"))
                .actions(print));
        racks.forEach(rack -> add(page(rack, look)));
    }

    private Section page(Elevation rack, RackLook look) {
        RackPictures pictures = new RackPictures(elevations, rack.rack());
        pictures.show(List.of(rack), Face.SIDES, look, List.of());
        Section page = new Section(new H2(rack.room() + " · " + rack.rack()), pictures, new RackLegend(look));
        page.addClassName("print-rack");
        return page;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
