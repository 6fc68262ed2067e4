package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.opsflow.workflow.InboxCounts;
import io.opsflow.workflow.InboxQuery.View;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inbox's views with how much waits in each. */
final class InboxRail extends Composite<Div> {

    private final Map<View, Anchor> entries = new EnumMap<>(View.class);
    private final Map<View, Span> numbers = new EnumMap<>(View.class);
    private @Nullable InboxCounts shown;

    InboxRail() {
        getContent().addClassName("inbox-rail");
        getContent().add(new H1(getTranslation("workflow.inbox.title")));
        for (View view : View.values()) {
            Span number = new Span();
            Anchor entry = new Anchor(
                    InboxRoutes.path(view),
                    new Span(getTranslation("workflow.inbox.view." + InboxState.lower(view))),
                    number);
            entries.put(view, entry);
            numbers.put(view, number);
            getContent().add(entry);
        }
    }

    void show(View current) {
        entries.forEach((view, entry) -> {
            entry.setClassName("on", view == current);
            if (view == current) {
                entry.getElement().setAttribute("aria-current", "page");
            } else {
                entry.getElement().removeAttribute("aria-current");
            }
        });
    }

    void count(InboxCounts counts) {
        if (counts.equals(shown)) {
            return;
        }
        shown = counts;
        write(View.MINE, counts.mine());
        write(View.CLAIMABLE, counts.claimable());
        write(View.ALL, counts.mine() + counts.claimable());
    }

    private void write(View view, int number) {
        Span place = numbers.get(view);
        if (place != null) {
            place.setText(number >= InboxCounts.COUNTED ? InboxCounts.COUNTED + "+" : Integer.toString(number));
        }
    }
}
