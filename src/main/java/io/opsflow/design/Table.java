package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;

/** A few rows with columns, all of them there at once; for long lists there is {@link ListPage}. */
public final class Table extends Div {

    private final Part body = new Part("tbody");

    @Tag("table")
    private static final class Frame extends HtmlContainer {}

    /** A part of a table; which one its tag tells. */
    private static final class Part extends HtmlContainer {

        Part(String tag) {
            super(tag);
        }
    }

    /** A table with a name (read to those who cannot see it) and headings, as texts. */
    public Table(String name, String... headings) {
        addClassName("ops-table");
        // Narrow screens scroll the table and not the page; so the keyboard must reach it.
        getElement()
                .setAttribute("role", "region")
                .setAttribute("tabindex", "0")
                .setAttribute("aria-label", name);
        Part row = new Part("tr");
        for (String heading : headings) {
            Part cell = new Part("th");
            cell.getElement().setAttribute("scope", "col");
            cell.setText(heading);
            row.add(cell);
        }
        Part head = new Part("thead");
        head.add(row);
        Frame frame = new Frame();
        frame.add(head, body);
        add(frame);
    }

    /** One row with a cell for each heading. */
    public Table row(Component... cells) {
        Part row = new Part("tr");
        for (Component cell : cells) {
            Part data = new Part("td");
            data.add(cell);
            row.add(data);
        }
        body.add(row);
        return this;
    }
}
