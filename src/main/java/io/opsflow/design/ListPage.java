package io.opsflow.design;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page that is a list: a bar with filters that also stand in the page's address, rows that are fetched as they are
 * scrolled to, their number, a chooser of columns, and a sentence where nothing is found. Titles and labels are message
 * keys. {@code j}, {@code k} and {@code Enter} move and open, {@code /} goes to the first filter.
 *
 * @param <T> what a row shows
 */
public abstract class ListPage<T> extends Div implements BeforeEnterObserver {

    private static final int PAGE = 50;
    private static final int NARROW = 700;

    /** Where the rows come from: a module's front door. */
    @FunctionalInterface
    public interface Source<T> extends Serializable {
        PageOf<T> page(Filters filters, Paging paging);
    }

    /** One of the values that a filter can take: as it stands in the address, and as the reader sees it. */
    public record Option(String value, String label) implements Serializable {}

    /** What somebody writes into a filter that is added from the menu. */
    public enum Input {
        TEXT(".*"),
        WHOLE("-?\\d{1,9}"),
        NUMBER("-?\\d{1,18}(\\.\\d{1,9})?"),
        DAY("");

        private final String pattern;

        Input(String pattern) {
            this.pattern = pattern;
        }
    }

    private final Source<T> source;
    private final Grid<T> grid = new Grid<>();
    private final Div bar = new Div();
    private final Div filterBar = new Div();
    private final Div actionBar = new Div();
    private final Span count = new Span();
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final List<Column> columns = new ArrayList<>();
    private final MenuBar chooser = new MenuBar();

    private Grid.@Nullable Column<T> narrow;
    private @Nullable PageOf<T> firstPage;
    private @Nullable EmptyState whenEmpty;
    private String path = "";
    private boolean reading;
    private boolean begun;
    private boolean small;
    private boolean totalCapped;
    private int total;
    private @Nullable BulkBar<T> bulk;
    private @Nullable SavedListMenu saved;
    private @Nullable DropMenu more;

    /** A list with a title (message key). */
    protected ListPage(String titleKey, Source<T> source) {
        this.source = source;
        addClassName("ops-list-page");
        H1 title = new H1(getTranslation(titleKey));
        filterBar.addClassName("ops-filters");
        actionBar.addClassName("ops-actions");
        count.addClassNames("ops-dim", "ops-count");
        count.getElement().setAttribute("role", "status");
        chooser.addThemeNames("tertiary", "icon", "ops");
        bar.add(title, filterBar, count, chooser, actionBar);
        bar.addClassName("ops-bar");

        grid.setPageSize(PAGE);
        grid.addThemeNames("no-border", "ops");
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setMultiSort(false);
        grid.setColumnReorderingAllowed(true);
        grid.getElement().setAttribute("aria-label", getTranslation(titleKey)).setAttribute("ops-list", "");
        grid.setDataProvider(new CallbackDataProvider<T, Void>(this::fetch, this::total));
        grid.addSortListener(sorted -> rememberInAddress());
        add(bar, grid);
        empty("inbox", "design.empty.title", "design.empty.hint");
    }

    /** A column: a component as it is, an instant as a relative time, everything else as text. */
    protected final Column column(String labelKey, Function<? super T, ? extends @Nullable Object> value) {
        return column(labelKey, getTranslation(labelKey), value);
    }

    /** A column whose heading is words of somebody's and no message key; the id tells it from others. */
    protected final Column column(String id, String heading, Function<? super T, ? extends @Nullable Object> value) {
        Column column = new Column(id, heading, grid.addColumn(new ComponentRenderer<>(row -> cell(value.apply(row)))));
        columns.add(column);
        return column;
    }

    /** What a row shows on a narrow screen, instead of all columns. */
    protected final void narrow(Function<? super T, ? extends Component> row) {
        Grid.Column<T> column = grid.addColumn(new ComponentRenderer<Component, T>(row::apply));
        column.setFlexGrow(1).setHeader("").setVisible(false);
        narrow = column;
    }

    /** A filter with a text that is looked for. */
    protected final void search(String name, String labelKey) {
        TextField field = new TextField();
        field.setPlaceholder(getTranslation(labelKey));
        field.setAriaLabel(getTranslation(labelKey));
        field.setPrefixComponent(Glyph.of("search"));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(300);
        field.addClassNames("ops-search");
        field.getElement().setAttribute("data-shortcut", "filter");
        field.addValueChangeListener(changed -> filtered());
        filters.put(name, new Filter(field, () -> field.getValue().strip(), field::setValue));
        filterBar.add(field);
    }

    /** A filter with one of several values. */
    protected final void choice(String name, String labelKey, List<Option> options) {
        choiceCalled(name, getTranslation(labelKey), options);
    }

    /** The same with a label that is somebody's words and no message key. */
    protected final void choiceCalled(String name, String label, List<Option> options) {
        keep(name, ofChoice(label, options));
    }

    /** A filter with a day of the calendar; in the address {@code name=2026-11-20}. */
    protected final void day(String name, String labelKey) {
        keep(name, ofDay(getTranslation(labelKey)));
    }

    /**
     * Filters that people add from a menu when they need them; one that the address sets is there from the beginning.
     * Those that have a control already keep it.
     *
     * @param labelPrefix what stands before a filter's name in the message key of its label
     */
    protected final void more(Input input, String labelPrefix, String... names) {
        for (String name : names) {
            moreCalled(name, getTranslation(labelPrefix + name), input);
        }
    }

    /** The same for fields with an order: the value itself, and bounds as {@code name_from} and {@code name_to}. */
    protected final void moreBounded(Input input, String labelPrefix, String... names) {
        for (String name : names) {
            String label = getTranslation(labelPrefix + name);
            moreCalled(name, label, input);
            moreCalled(name + "_from", getTranslation("design.filter.from", label), input);
            moreCalled(name + "_to", getTranslation("design.filter.to", label), input);
        }
    }

    /** The same with a label that is somebody's words and no message key. */
    protected final void moreCalled(String name, String label, Input input) {
        if (!filters.containsKey(name)) {
            offer(name, label, input == Input.DAY ? ofDay(label) : ofText(label, input));
        }
    }

    /** The same with one of several values. */
    protected final void moreChoice(String name, String labelKey, List<Option> options) {
        String label = getTranslation(labelKey);
        offer(name, label, ofChoice(label, options));
    }

    /** The same with one of so many values that it is found by typing. */
    protected final void moreFound(
            String name,
            String labelKey,
            Function<String, List<Option>> find,
            Function<String, ? extends @Nullable Option> byValue) {
        String label = getTranslation(labelKey);
        ComboBox<Option> box = new ComboBox<>();
        box.setAriaLabel(label);
        box.setItemLabelGenerator(Option::label);
        box.setItemsWithFilterConverter(
                query -> find.apply(query.getFilter().orElse("")).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                text -> text);
        box.addValueChangeListener(changed -> filtered());
        offer(
                name,
                label,
                new Filter(
                        box,
                        () -> box.getValue() == null ? "" : box.getValue().value(),
                        value -> box.setValue(value.isEmpty() ? null : byValue.apply(value))));
    }

    private Filter ofChoice(String label, List<Option> options) {
        Option any = new Option("", getTranslation("design.filter.all"));
        Select<Option> select = new Select<>();
        select.setItems(Stream.concat(Stream.of(any), options.stream()).toList());
        // Closed, the filter says what it is about; open, its values stand alone.
        select.setItemLabelGenerator(option ->
                option.value().isEmpty() ? label : getTranslation("design.filter.set", label, option.label()));
        select.setRenderer(new ComponentRenderer<>(option -> new Span(option.label())));
        select.setValue(any);
        select.setAriaLabel(label);
        select.addThemeNames("pill");
        select.addValueChangeListener(changed -> {
            select.setClassName("set", !changed.getValue().value().isEmpty());
            filtered();
        });
        return new Filter(
                select,
                () -> select.getValue().value(),
                value -> select.setValue(options.stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .orElse(any)));
    }

    private Filter ofDay(String label) {
        DatePicker picker = new DatePicker();
        picker.setPlaceholder(label);
        picker.setAriaLabel(label);
        picker.setLocale(Formats.locale());
        picker.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        picker.setClearButtonVisible(true);
        picker.addThemeNames("pill");
        picker.addValueChangeListener(changed -> {
            picker.setClassName("set", changed.getValue() != null);
            filtered();
        });
        return new Filter(
                picker,
                () -> picker.getValue() == null ? "" : picker.getValue().toString(),
                value -> picker.setValue(dayOf(value)));
    }

    /** The value is compared as a whole, so that it counts when it is complete. */
    private Filter ofText(String label, Input input) {
        TextField field = new TextField();
        field.setAriaLabel(label);
        field.setPlaceholder(getTranslation("design.filter.whole"));
        field.setManualValidation(true);
        field.addValueChangeListener(changed -> {
            field.setInvalid(
                    !changed.getValue().isBlank() && !changed.getValue().strip().matches(input.pattern));
            filtered();
        });
        return new Filter(
                field,
                () -> field.getValue().strip().matches(input.pattern)
                        ? field.getValue().strip()
                        : "",
                field::setValue);
    }

    private void keep(String name, Filter filter) {
        filters.put(name, filter);
        place(filter.component);
    }

    private void place(Component control) {
        if (control.getParent().isEmpty()) {
            int end = more == null ? filterBar.getComponentCount() : filterBar.indexOf(more);
            filterBar.addComponentAtIndex(end, control);
        }
    }

    private DropMenu menu() {
        if (more == null) {
            more = new DropMenu(getTranslation("design.filter.add"), "plus");
            more.addThemeNames("tertiary");
            filterBar.add(more);
        }
        return more;
    }

    private void offer(String name, String label, Filter filter) {
        DropMenu menu = menu();
        Div chip = new Div();
        chip.addClassName("ops-filter");
        if (!(filter.component instanceof Select)) {
            chip.add(new Span(label)); // a select says itself what it is about
        }
        Button remove = new Button(Glyph.of("x"), click -> {
            filter.set.accept("");
            chip.removeFromParent();
            menu.getElement().callJsFunction("focus"); // the button that had it is gone
        });
        remove.addThemeNames("tertiary", "icon", "small");
        remove.setAriaLabel(getTranslation("design.filter.remove", label));
        chip.add(filter.component, remove);
        filters.put(name, new Filter(filter.component, filter.value, value -> {
            filter.set.accept(value);
            if (filter.value.get().isEmpty()) {
                chip.removeFromParent();
            } else {
                place(chip);
            }
        }));
        menu.item(label, () -> {
            place(chip);
            if (filter.component instanceof Focusable<?> control) {
                control.focus();
            }
        });
    }

    /** A filter that another part of the page sets by {@link #narrow(String, String)}; it stands in the address alone. */
    protected final void pinned(String name) {
        String[] value = {""};
        filters.put(name, new Filter(new Span(), () -> value[0], set -> value[0] = set));
    }

    /** Narrows the list by one of its filters; an empty value takes the filter away. */
    public final void narrow(String name, String value) {
        Filter filter = filters.get(name);
        if (filter != null && !filter.value.get().equals(value)) {
            boolean outer = reading;
            reading = true;
            filter.set.accept(value);
            reading = outer;
            filtered();
        }
    }

    /** The list is not the page but a part of it, below this heading (message key). */
    protected final void withinPage(String headingKey) {
        addClassName("within");
        bar.replace(bar.getComponentAt(0), new H2(getTranslation(headingKey)));
    }

    /** Stands between the bar and the rows. */
    protected final void above(Component... components) {
        for (Component component : components) {
            addComponentAtIndex(getComponentCount() - 1, component);
        }
    }

    /** The filters have changed; for parts of the page that follow them. */
    protected void narrowed() {}

    /** A button at the right end of the bar; null permission: for everybody. The first one is the primary one. */
    protected final void action(String labelKey, String glyph, @Nullable String permission, Runnable then) {
        if (permission != null && !Actor.may(permission)) {
            return;
        }
        Button button = new Button(getTranslation(labelKey), Glyph.of(glyph), click -> then.run());
        if (actionBar.getChildren().findAny().isEmpty()) {
            button.addThemeNames("primary");
        }
        actionBar.add(button);
    }

    /** Filters, order and columns can be kept under a name, for oneself or for everybody. Comes after the columns. */
    protected final void saved(SavedLists lists, Texts texts, String list) {
        saved = new SavedListMenu(
                lists,
                texts,
                list,
                () -> new SavedListMenu.Shown(
                        query(),
                        columns.stream()
                                .filter(column -> column.shown)
                                .map(column -> column.id)
                                .toList()),
                this::open);
        bar.addComponentAtIndex(bar.indexOf(chooser), saved);
    }

    private void open(SavedList kept) {
        choose(kept);
        Go.to(kept.query().isEmpty() ? path : path + "?" + kept.query());
    }

    private void choose(SavedList kept) {
        if (!kept.columns().isEmpty()) {
            columns.forEach(column -> column.show(kept.columns().contains(column.id)));
            fillChooser();
        }
    }

    /** Something at the right end of the bar that is no plain button. */
    protected final void action(Component component) {
        actionBar.add(component);
    }

    /**
     * Rows can be chosen, and something done with them together. What is named first is the main thing.
     *
     * @param permission who may do it; null for everybody who sees the list
     * @param chosen     takes the rows, or null for all that the filters let through
     */
    protected final void bulk(
            String labelKey, String glyph, @Nullable String permission, Consumer<@Nullable Collection<T>> chosen) {
        if (permission != null && !Actor.may(permission)) {
            return;
        }
        BulkBar<T> bar = bulk;
        if (bar == null) {
            bar = new BulkBar<>(grid, () -> total);
            bulk = bar;
            above(bar);
        }
        bar.act(getTranslation(labelKey), glyph, rows -> chosen.accept(rows.everything() ? null : rows.rows()));
    }

    /** How many rows the filters let through. */
    protected final int total() {
        return total;
    }

    /** Where a click on a row leads: path and query without a leading slash. */
    protected final void onOpen(Function<? super T, String> pathOf) {
        grid.addItemClickListener(click -> Go.to(pathOf.apply(click.getItem())));
        grid.addClassName("ops-opens");
    }

    /** What stands where nothing is found, as message keys, and what can be done next. */
    protected final void empty(String glyph, String titleKey, String hintKey, Component... nextSteps) {
        whenEmpty = new EmptyState(glyph, getTranslation(titleKey), getTranslation(hintKey), nextSteps);
        grid.setEmptyStateComponent(whenEmpty);
    }

    /** What stands there when the filters alone are to blame. */
    private EmptyState whenFiltered() {
        Button clear = new Button(getTranslation("design.filter.clear"), click -> Go.to(path));
        return new EmptyState(
                "filter", getTranslation("design.filter.nothing"), getTranslation("design.filter.nothing.hint"), clear);
    }

    /** The order before anybody sorts: a sort name of a column, descending or not. */
    protected final void sortedBy(String sortName, boolean descending) {
        columns.stream()
                .filter(column -> sortName.equals(column.sortName))
                .findFirst()
                .ifPresent(column -> grid.sort(List.of(new GridSortOrder<>(
                        column.column, descending ? SortDirection.DESCENDING : SortDirection.ASCENDING))));
    }

    /** Stands below the list, such as hints about keys. */
    protected final void foot(Component... components) {
        Div foot = new Div(components);
        foot.addClassName("ops-foot");
        add(foot);
    }

    /** What the list is narrowed to now. */
    protected final Filters filters() {
        Map<String, String> set = new LinkedHashMap<>();
        filters.forEach((name, filter) -> {
            if (!filter.value.get().isEmpty()) {
                set.put(name, filter.value.get());
            }
        });
        return new Filters(set);
    }

    /** Fetches the visible rows again. */
    public final void refresh() {
        grid.setEmptyStateComponent(filters().isEmpty() ? whenEmpty : whenFiltered());
        firstPage = null;
        if (bulk != null) {
            bulk.clear();
        }
        grid.getDataProvider().refreshAll();
    }

    /** Reads filters and order from the address. A page that overrides this calls it. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        path = event.getLocation().getPath();
        Map<String, List<String>> parameters =
                event.getLocation().getQueryParameters().getParameters();
        SavedList usual = saved == null || !parameters.isEmpty() || begun ? null : saved.usual();
        begun = true;
        if (usual != null) {
            // Whoever comes without saying what to see sees what the list begins with.
            choose(usual);
            parameters = QueryParameters.fromString(usual.query()).getParameters();
        }
        narrowTo(parameters);
        refresh();
    }

    private void narrowTo(Map<String, List<String>> parameters) {
        reading = true;
        filters.forEach((name, filter) -> filter.set.accept(first(parameters, name)));
        String sort = first(parameters, "sort");
        if (!sort.isEmpty()) {
            sortedBy(sort.replaceFirst(",.*$", ""), sort.endsWith(",desc"));
        }
        reading = false;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        fillChooser();
        UI ui = attached.getUI();
        ui.getPage().retrieveExtendedClientDetails(details -> fit(details.getWindowInnerWidth()));
        // The page outlives this list, so the listener must not.
        var resized = ui.getPage().addBrowserWindowResizeListener(event -> fit(event.getWidth()));
        addDetachListener(detached -> {
            resized.remove();
            detached.unregisterListener();
        });
    }

    private void fit(int width) {
        small = narrow != null && width < NARROW;
        if (narrow != null) {
            narrow.setVisible(small);
        }
        columns.forEach(column -> column.column.setVisible(!small && column.shown));
        chooser.setVisible(!small);
        setClassName("narrow", small);
    }

    private void fillChooser() {
        chooser.removeAll();
        MenuItem root = chooser.addItem(Glyph.of("columns"));
        root.setAriaLabel(getTranslation("design.columns"));
        root.getElement().setAttribute("title", getTranslation("design.columns"));
        SubMenu menu = root.getSubMenu();
        for (Column column : columns) {
            MenuItem item = menu.addItem(column.heading, click -> column.show(!column.shown));
            item.setCheckable(true);
            item.setChecked(column.shown);
            item.setKeepOpen(true);
        }
    }

    private Stream<T> fetch(Query<T, Void> query) {
        int page = query.getOffset() / Math.max(1, query.getLimit());
        PageOf<T> known = firstPage;
        firstPage = null;
        if (page == 0 && known != null && known.size() == query.getLimit()) {
            return known.items().stream();
        }
        return source
                .page(filters(), new Paging(page, query.getLimit(), sort(query.getSortOrders()), null))
                .items()
                .stream();
    }

    /** The number comes with the first page, which is then not asked for again. */
    private int total(Query<T, Void> query) {
        PageOf<T> page = source.page(filters(), new Paging(0, PAGE, sort(query.getSortOrders()), null));
        firstPage = page;
        totalCapped = page.totalCapped();
        count.setText(Formats.count(page.total(), totalCapped));
        total = (int) Math.min(page.total(), PageOf.COUNTED);
        return total;
    }

    private static @Nullable String sort(List<QuerySortOrder> orders) {
        return orders.isEmpty()
                ? null
                : orders.get(0).getSorted()
                        + (orders.get(0).getDirection() == SortDirection.DESCENDING ? ",desc" : ",asc");
    }

    private void filtered() {
        if (!reading) {
            rememberInAddress();
            refresh();
            narrowed();
        }
    }

    private void rememberInAddress() {
        if (reading || path.isEmpty()) {
            return;
        }
        String query = query();
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, query.isEmpty() ? path : path + "?" + query));
    }

    private String query() {
        Map<String, String> parameters = new LinkedHashMap<>(filters().values());
        grid.getSortOrder().stream().findFirst().ifPresent(order -> columns.stream()
                .filter(column -> column.column == order.getSorted())
                .forEach(column -> parameters.put(
                        "sort",
                        column.sortName + (order.getDirection() == SortDirection.DESCENDING ? ",desc" : ",asc"))));
        return QueryParameters.simple(parameters).getQueryString();
    }

    private static @Nullable LocalDate dayOf(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null; // somebody wrote the address by hand
        }
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    private static Component cell(@Nullable Object value) {
        if (value instanceof Component component) {
            return component;
        }
        if (value instanceof Instant instant) {
            return Ago.of(instant);
        }
        String text = value == null ? "" : value.toString();
        Span span = new Span(text);
        span.addClassName("ops-cell");
        span.getElement().setAttribute("title", text);
        return span;
    }

    private record Filter(Component component, java.util.function.Supplier<String> value, Consumer<String> set) {}

    /** A column of the list. */
    public final class Column {

        private final String id;
        private final String heading;
        private final Grid.Column<T> column;
        private @Nullable String sortName;
        private boolean shown = true;

        private Column(String id, String heading, Grid.Column<T> column) {
            this.id = id;
            this.heading = heading;
            this.column = column;
            column.setHeader(heading);
            column.setKey(id.toLowerCase(Locale.ROOT));
            column.setAutoWidth(true).setFlexGrow(0).setResizable(true);
        }

        /** Takes the room that is left. */
        public Column grows() {
            column.setAutoWidth(false).setWidth("220px").setFlexGrow(1);
            return this;
        }

        /** Is as wide as this, such as {@code 120px}. */
        public Column width(String width) {
            column.setAutoWidth(false).setWidth(width);
            return this;
        }

        /** Can be sorted by, under this name (a field of the front door's paging). */
        public Column sortable(String name) {
            sortName = name;
            column.setSortable(true).setSortProperty(name);
            return this;
        }

        /** Is shown only when somebody chooses it. */
        public Column hidden() {
            show(false);
            return this;
        }

        private void show(boolean visible) {
            shown = visible;
            column.setVisible(visible && !small);
        }
    }
}
