package io.opsflow.assets.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.Elevations;
import io.opsflow.assets.Face;
import io.opsflow.assets.MoveDetails;
import io.opsflow.assets.RackLook;
import io.opsflow.design.Formats;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Racks as the server draws them, side by side. Whoever may, drags servers in them, and marks units to be reserved; what
 * the browser tells of that is a wish that is checked like any other.
 */
@Tag("ops-rack")
@JsModule("./src/ops-rack.ts")
final class RackPictures extends Component implements HasComponents, HasStyle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS =
            List.of("free", "outside", "taken", "power", "place", "marked", "carried", "front", "rear", "both");

    private final transient Elevations elevations;

    RackPictures(Elevations elevations, String name) {
        this.elevations = elevations;
        addClassName("rack-pictures");
        // It scrolls sideways by itself, so the keyboard must reach it.
        getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        getElement().setAttribute("aria-label", name);
    }

    /** Shows racks, of which both faces are known, from these sides. */
    void show(List<Elevation> racks, List<Face> sides, RackLook look, List<MoveDetails> moves) {
        removeAll();
        for (Elevation rack : racks) {
            for (Face side : sides) {
                Div picture = new Div();
                picture.addClassName("rack-picture");
                // Drawn and escaped by the server; nothing that somebody typed is markup in it.
                picture.getElement()
                        .setProperty("innerHTML", elevations.svg(rack.seenFrom(side), look, Formats.locale()));
                add(picture);
            }
        }
        RackFeatures features = new RackFeatures(moves);
        getElement().callJsFunction("show", json(features.of(racks)), json(texts()));
    }

    /** Lets those who may drop servers and mark units. */
    void onWish(Consumer<RackWish> drop, Consumer<RackWish> reserve) {
        if (!Actor.may(Permissions.ASSETS_MANAGE)) {
            return;
        }
        getElement().setAttribute("editable", true);
        on("ops-rack-drop", drop);
        on("ops-rack-reserve", reserve);
    }

    private void on(String event, Consumer<RackWish> wish) {
        getElement()
                .addEventListener(
                        event,
                        told -> wish.accept(RackWish.of(told.getEventData().getString("event.detail"))))
                .addEventData("event.detail");
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        TEXTS.forEach(key -> texts.put(key, getTranslation("assets.drag." + key)));
        return texts;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}
