package io.opsflow.design;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;

/** A button that opens a short list of things to do. */
public final class DropMenu extends MenuBar {

    private final MenuItem root;

    /** A menu with this name (text, not key). */
    public DropMenu(String label, String glyph) {
        addThemeNames("ops");
        root = addItem(Glyph.of(glyph));
        root.add(new Span(label));
        root.setAriaLabel(label);
    }

    /** One more thing to do. */
    public DropMenu item(String label, Runnable then) {
        root.getSubMenu().addItem(label, click -> then.run());
        return this;
    }
}
