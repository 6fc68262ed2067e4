package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.opsflow.design.Glyph;
import io.opsflow.design.Timeline;
import io.opsflow.kernel.PageOf;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket and what was said about it: all or one kind, the newest or the oldest first. */
final class TicketTimeline extends Composite<Div> {

    /** What somebody wants to read. */
    enum Filter {
        ALL,
        COMMENTS,
        TRANSITIONS
    }

    private final Map<Filter, Button> tabs = new EnumMap<>(Filter.class);
    private final Button order = new Button(Glyph.of("sort"), click -> turn());
    private final Div entries = new Div();
    private final Runnable older;
    private Filter filter = Filter.ALL;
    private boolean newestFirst = true;
    private @Nullable TicketSight sight;

    /** Who wants to read more than the newest comments asks for the older ones. */
    TicketTimeline(Runnable older) {
        this.older = older;
        Div bar = new Div();
        bar.addClassName("ticket-tabs");
        for (Filter each : Filter.values()) {
            Button tab = new Button("", click -> choose(each));
            tab.addThemeNames("tertiary", "tab");
            tabs.put(each, tab);
            bar.add(tab);
        }
        order.addThemeNames("tertiary", "tab");
        order.addClassName("ticket-order");
        order.setIconAfterText(true);
        bar.add(order);
        getContent().addClassName("ticket-timeline");
        getContent().add(bar, entries);
    }

    void show(TicketSight now) {
        sight = now;
        List<TimelineEntry> all = TimelineEntry.of(now);
        long said = all.stream().filter(TimelineEntry::isComment).count();
        tabs.forEach((each, tab) -> {
            String name = getTranslation("tickets.timeline." + each.name().toLowerCase(java.util.Locale.ROOT));
            tab.setText(
                    switch (each) {
                        case ALL -> name;
                        case COMMENTS -> name + " " + now.said() + (now.said() < PageOf.COUNTED ? "" : "+");
                        case TRANSITIONS -> name + " " + (all.size() - said);
                    });
            tab.setClassName("on", each == filter);
            tab.getElement().setAttribute("aria-pressed", Boolean.toString(each == filter));
        });
        order.setText(getTranslation(newestFirst ? "tickets.timeline.newest" : "tickets.timeline.oldest"));
        entries.removeAll();
        Timeline timeline = new Timeline();
        Comparator<TimelineEntry> oldestFirst = Comparator.comparing(TimelineEntry::at);
        List<TimelineEntry> wanted = all.stream()
                .filter(entry -> filter == Filter.ALL || entry.isComment() == (filter == Filter.COMMENTS))
                .sorted(newestFirst ? oldestFirst.reversed() : oldestFirst)
                .toList();
        wanted.forEach(entry -> entry.addTo(timeline));
        entries.add(timeline);
        if (wanted.isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("tickets.timeline.empty"));
            nothing.addClassNames("ops-dim", "ticket-nothing");
            entries.add(nothing);
        }
        if (now.hiddenComments() > 0 && filter != Filter.TRANSITIONS) {
            Button more = new Button(getTranslation("tickets.timeline.older"), click -> older.run());
            more.addThemeNames("tertiary");
            if (newestFirst) {
                entries.add(more);
            } else {
                entries.addComponentAsFirst(more);
            }
        }
    }

    private void choose(Filter chosen) {
        filter = chosen;
        again();
    }

    private void turn() {
        newestFirst = !newestFirst;
        again();
    }

    private void again() {
        if (sight != null) {
            show(sight);
        }
    }
}
