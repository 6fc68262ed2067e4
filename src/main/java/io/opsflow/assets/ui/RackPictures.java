package io.opsflow.assets.ui;

import com.vaadin.flow.component.html.Div;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.design.Formats;
import java.util.List;

/** Racks as the server draws them, side by side. */
final class RackPictures extends Div {

    private final transient Elevations elevations;

    RackPictures(Elevations elevations) {
        this.elevations = elevations;
        addClassName("rack-pictures");
        // It scrolls sideways by itself, so the keyboard must reach it.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("assets.elevation"));
    }

    void show(List<Elevation> racks) {
        removeAll();
        for (Elevation rack : racks) {
            Div picture = new Div();
            picture.addClassName("rack-picture");
            // Drawn and escaped by the server; nothing that somebody typed is markup in it.
            picture.getElement().setProperty("innerHTML", elevations.svg(rack, Formats.locale()));
            add(picture);
        }
    }
}
