package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A picture of our one icon set ({@code src/ops-icons.ts}), in the colour of the text around it. Says nothing aloud. */
@Tag("vaadin-icon")
@JsModule("@vaadin/icon/vaadin-icon.js")
@JsModule("./src/ops-icons.ts")
public final class Glyph extends Component implements HasStyle {

    private Glyph(String name) {
        getElement().setAttribute("icon", "ops:" + name).setAttribute("aria-hidden", "true");
    }

    /** The picture of this name. */
    public static Glyph of(String name) {
        return new Glyph(name);
    }

    /** The picture that a menu entry names, whether as {@code ticket} or as {@code icons/ticket.svg}. */
    public static Glyph ofPath(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return new Glyph(file.endsWith(".svg") ? file.substring(0, file.length() - 4) : file);
    }
}
