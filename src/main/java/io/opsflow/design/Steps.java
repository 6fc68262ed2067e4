package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;

/** The way of something through its stages, one below the other. */
public final class Steps extends OrderedList {

    /** Where a stage stands. */
    public enum State {
        DONE,
        NOW,
        LATER
    }

    public Steps() {
        addClassName("ops-steps");
    }

    /** A stage with a short note at its right end, such as a time. */
    public Steps step(State state, String name, String note) {
        return step(state, name, new Span(note));
    }

    /** A stage with something at its right end. */
    public Steps step(State state, String name, Component note) {
        Span dot = new Span();
        dot.addClassName("ops-step-dot");
        Span text = new Span(name);
        Span spoken =
                new Span(I18NProvider.translate("design.step." + state.name().toLowerCase(Locale.ROOT)));
        spoken.addClassName("ops-spoken");
        text.add(spoken);
        note.addClassName("ops-dim");
        ListItem item = new ListItem(dot, text, note);
        item.addClassName(state.name().toLowerCase(Locale.ROOT));
        if (state == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        add(item);
        return this;
    }
}
