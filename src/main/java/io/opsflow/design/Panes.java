package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/**
 * Three panes side by side: views, a list, and what was picked from it. On a narrow screen they follow each other, with a
 * way back.
 */
public final class Panes extends Div {

    /** The pane that a narrow screen shows. */
    public enum Pane {
        VIEWS,
        LIST,
        DETAIL
    }

    private final Aside views = new Aside();
    private final Section list = new Section();
    private final Section detail = new Section();
    private Runnable onBack = () -> {};

    /** Three empty panes, the list in front; the label names the views for those who hear the page. */
    public Panes(String viewsLabel, String listLabel, String detailLabel) {
        addClassName("ops-panes");
        views.addClassName("ops-views");
        views.getElement().setAttribute("aria-label", viewsLabel);
        list.addClassName("ops-list");
        list.getElement().setAttribute("aria-label", listLabel);
        detail.addClassName("ops-detail");
        detail.getElement().setAttribute("aria-label", detailLabel);
        add(views, list, detail);
        show(Pane.LIST);
    }

    /** What stands in the first pane. */
    public Panes views(Component... content) {
        views.removeAll();
        views.add(content);
        return this;
    }

    /** What stands in the second pane. */
    public Panes list(Component... content) {
        list.removeAll();
        list.add(content);
        return this;
    }

    /** What stands in the third pane. */
    public Panes detail(Component... content) {
        detail.removeAll();
        detail.add(backButton());
        detail.add(content);
        return this;
    }

    /** Brings a pane to the front of a narrow screen; a wide one shows all. */
    public void show(Pane pane) {
        getElement().setAttribute("pane", pane.name().toLowerCase(Locale.ROOT));
    }

    /** What else happens when somebody goes back from the third pane to the list. */
    public Panes onBack(Runnable then) {
        onBack = then;
        return this;
    }

    private Button backButton() {
        Button back = new Button(I18NProvider.translate("design.back"), Glyph.of("chevron-left"), click -> {
            show(Pane.LIST);
            onBack.run();
        });
        back.addThemeNames("tertiary");
        back.addClassName("ops-back");
        return back;
    }
}
