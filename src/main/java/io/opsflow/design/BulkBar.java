package io.opsflow.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** The bar that slides in when rows of a list are chosen: how many, all that the filters let through, and what to do. */
final class BulkBar<T> extends Div {

    /** Vaadin names the boxes where no screen reader looks, and in English. */
    private static final String NAME_THE_BOXES =
            """
            const name = () => this.querySelectorAll('vaadin-grid-cell-content > vaadin-checkbox').forEach((box) => {
              box.accessibleName = box.matches('.vaadin-grid-select-all-checkbox') ? $0 : $1;
            });
            new MutationObserver(name).observe(this, { childList: true, subtree: true });
            name();
            """;

    private final Grid<T> grid;
    private final IntSupplier total;
    private final Span says = new Span();
    private final Div acts = new Div();
    private final Button all;
    private boolean everything;

    BulkBar(Grid<T> grid, IntSupplier total) {
        this.grid = grid;
        this.total = total;
        addClassName("ops-bulk");
        getElement().setAttribute("role", "region").setAttribute("aria-label", getTranslation("design.bulk"));
        says.getElement().setAttribute("role", "status");
        all = new Button("", click -> chooseEverything());
        all.addThemeNames("tertiary", "small");
        Button none = new Button(getTranslation("design.bulk.none"), click -> clear());
        none.addThemeNames("tertiary", "small");
        acts.addClassName("ops-bulk-acts");
        add(says, acts, all, none);
        setVisible(false);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addAttachListener(attached -> grid.getElement()
                .executeJs(NAME_THE_BOXES, getTranslation("design.bulk.shown"), getTranslation("design.bulk.row")));
        grid.addSelectionListener(changed -> {
            everything = everything && changed.getAllSelectedItems().isEmpty();
            show();
        });
    }

    /** One more thing that can be done; the first is the main one. */
    void act(String label, String glyph, Consumer<Chosen<T>> then) {
        Button act = new Button(
                label, Glyph.of(glyph), click -> then.accept(new Chosen<>(grid.getSelectedItems(), everything)));
        act.addThemeNames(acts.getComponentCount() == 0 ? "primary" : "secondary", "small");
        acts.add(act);
    }

    /** The rows that are chosen; or all that the filters let through, also those that are not shown. */
    record Chosen<T>(Set<T> rows, boolean everything) implements Serializable {}

    private void chooseEverything() {
        grid.deselectAll();
        everything = true;
        show();
    }

    void clear() {
        everything = false;
        grid.deselectAll();
        show();
    }

    private void show() {
        int chosen = grid.getSelectedItems().size();
        setVisible(everything || chosen > 0);
        says.setText(
                everything
                        ? getTranslation("design.bulk.everything", total.getAsInt())
                        : getTranslation("design.bulk.chosen", chosen));
        all.setText(getTranslation("design.bulk.all", total.getAsInt()));
        all.setVisible(!everything);
    }
}
