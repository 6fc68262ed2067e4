package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;

/** The head of a page: where one is, the title, one line of marks, and the actions at the right. */
public final class PageHead extends Header {

    private final Div line = new Div();
    private final Div actions = new Div();

    /** A head with this title (text, not key). */
    public PageHead(String title) {
        addClassName("ops-head");
        line.addClassName("ops-head-line");
        actions.addClassName("ops-head-actions");
        Div row = new Div(line, actions);
        row.addClassName("ops-head-row");
        add(new H1(title), row);
    }

    /** The way back: the page above this one, and the name of this one. */
    public PageHead crumb(String path, String above, String here) {
        Span crumb = new Span(new Anchor(path, above), new Span(" / " + here));
        crumb.addClassName("ops-crumb");
        addComponentAsFirst(crumb);
        return this;
    }

    /** Marks below the title: key, state, people, times. */
    public PageHead marks(Component... marks) {
        line.add(marks);
        return this;
    }

    /** Buttons at the right; one of them at most is the primary one. */
    public PageHead actions(Component... buttons) {
        actions.add(buttons);
        return this;
    }
}
