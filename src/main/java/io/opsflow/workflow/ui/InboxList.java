package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.opsflow.design.Formats;
import io.opsflow.design.Glyph;
import io.opsflow.design.Kbd;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxTask;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tasks of a view, the most urgent first, with what narrows them. Rows are fetched as they are scrolled to. */
final class InboxList extends Composite<Div> {

    private static final int PAGE = 50;
    private static final Duration AGE = Duration.ofMinutes(1);

    private final Inbox inbox;
    private final Consumer<InboxState> go;
    private final TextField search = new TextField();
    private final UrgencyPill urgency = new UrgencyPill();
    private final Span count = new Span();
    private final Grid<InboxTask> grid = new Grid<>();
    private final InboxOrder order = new InboxOrder();
    private InboxState state;
    private @Nullable PageOf<InboxTask> top;
    private Instant drawn = Instant.EPOCH;

    InboxList(Inbox inbox, InboxState state, Consumer<InboxState> go) {
        this.inbox = inbox;
        this.state = state;
        this.go = go;
        getContent().addClassName("inbox-list");
        getContent().add(bar(), tasks(), foot());
    }

    private Div bar() {
        search.setPlaceholder(getTranslation("workflow.inbox.filter"));
        search.setAriaLabel(getTranslation("workflow.inbox.filter"));
        search.setPrefixComponent(Glyph.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.getElement().setAttribute("data-shortcut", "filter");
        search.addClassName("ops-search");
        search.addValueChangeListener(changed -> narrow(changed.isFromClient(), state.with(changed.getValue())));
        urgency.onChoice(chosen -> go.accept(state.only(chosen)));
        count.addClassNames("ops-dim", "ops-count");
        count.getElement().setAttribute("role", "status");
        Div bar = new Div(search, urgency, count);
        bar.addClassNames("ops-bar", "inbox-bar");
        return bar;
    }

    private Grid<InboxTask> tasks() {
        grid.setPageSize(PAGE);
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeNames("no-border", "ops", "inbox");
        grid.addColumn(InboxLine.renderer(order::heading, task -> task.id().equals(state.taskId())));
        grid.getElement()
                .setAttribute("aria-label", getTranslation("workflow.inbox.list"))
                .setAttribute("ops-list", "");
        grid.addItemClickListener(click -> go.accept(state.open(click.getItem().id())));
        grid.setDataProvider(new CallbackDataProvider<InboxTask, Void>(this::fetch, this::total, InboxTask::id));
        return grid;
    }

    private Div foot() {
        Div foot = new Div(
                Kbd.hint(getTranslation("workflow.inbox.key.move"), "j", "k"),
                Kbd.hint(getTranslation("workflow.inbox.key.open"), "⏎"),
                Kbd.hint(getTranslation("workflow.inbox.key.claim"), "c"),
                Kbd.hint(getTranslation("workflow.inbox.key.edit"), "e"),
                Kbd.hint(getTranslation("workflow.inbox.key.help"), "?"));
        foot.addClassName("ops-foot");
        return foot;
    }

    /** Another view, or other filters. */
    void show(InboxState next) {
        state = next;
        search.setValue(next.q() == null ? "" : next.q());
        urgency.show(next.urgency());
        grid.setEmptyStateComponent(InboxEmpty.of(next, go));
        load(page());
    }

    /** Another task of the same list. */
    void select(InboxState next) {
        String before = state.taskId();
        state = next;
        order.find(before).ifPresent(grid.getDataProvider()::refreshItem);
        order.find(next.taskId()).ifPresent(grid.getDataProvider()::refreshItem);
    }

    /** Fetches the list again if its top is not what it was, or if the ages that it tells are. */
    void refresh() {
        PageOf<InboxTask> now = page();
        if (!now.equals(top) || Duration.between(drawn, Formats.now()).compareTo(AGE) > 0) {
            load(now);
        }
    }

    InboxOrder order() {
        return order;
    }

    private void load(PageOf<InboxTask> page) {
        top = page;
        drawn = Formats.now();
        order.restart(page.items());
        count.setText(Formats.count(page.total(), page.totalCapped()));
        grid.getDataProvider().refreshAll();
    }

    private PageOf<InboxTask> page() {
        return inbox.page(state.query(), Paging.first(PAGE), getLocale());
    }

    private Stream<InboxTask> fetch(Query<InboxTask, Void> query) {
        int page = query.getOffset() / Math.max(1, query.getLimit());
        if (page == 0 && query.getLimit() == PAGE && top != null) {
            return top.items().stream();
        }
        PageOf<InboxTask> fetched =
                inbox.page(state.query(), new Paging(page, query.getLimit(), null, null), getLocale());
        order.add(query.getOffset(), fetched.items());
        return fetched.items().stream();
    }

    private int total(Query<InboxTask, Void> query) {
        return top == null ? 0 : (int) Math.min(top.total(), PageOf.COUNTED);
    }

    private void narrow(boolean byHand, InboxState next) {
        if (byHand) {
            go.accept(next);
        }
    }
}
