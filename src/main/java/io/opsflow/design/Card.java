package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.Collection;

/** A framed part of a page, with a heading. */
public final class Card extends Section {

    private final Div head = new Div();
    private final Div body = new Div();

    /** A card with this heading (text, not key). */
    public Card(String heading) {
        addClassName("ops-card");
        H2 title = new H2(heading);
        head.addClassName("ops-card-head");
        head.add(title);
        body.addClassName("ops-card-body");
        getElement().setAttribute("aria-label", heading);
        getElement().appendChild(head.getElement(), body.getElement());
    }

    /** A card with this heading and content. */
    public Card(String heading, Component... content) {
        this(heading);
        body.add(content);
    }

    /** Stands at the right end of the heading: a link, a note, a small button. */
    public Card aside(Component... components) {
        Div aside = new Div(components);
        aside.addClassName("ops-card-aside");
        head.add(aside);
        return this;
    }

    @Override
    public void add(Collection<Component> components) {
        body.add(components);
    }

    @Override
    public void add(Component... components) {
        body.add(components);
    }

    @Override
    public void add(String text) {
        body.add(text);
    }

    @Override
    public void removeAll() {
        body.removeAll();
    }
}
