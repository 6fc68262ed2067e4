package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Filters;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage;
import io.opsflow.workflow.InstanceQuery;
import io.opsflow.workflow.InstanceState;
import io.opsflow.workflow.InstanceSummary;
import io.opsflow.workflow.ProcessMonitor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The instances of a process, running and past, below its diagram. */
final class InstanceList extends ListPage<InstanceSummary> {

    static final String VERSION = "version";
    static final String ACTIVITY = "activity";

    private static final String STATE = "state";
    private static final String TEXT = "q";

    private final Runnable narrowed;

    InstanceList(
            String processKey, List<Option> places, ProcessMonitor monitor, ObjectLinks objects, Runnable narrowed) {
        super(
                "monitor.instances",
                (filters, paging) -> monitor.instances(query(processKey, filters), paging, Formats.locale()));
        this.narrowed = narrowed;
        withinPage("monitor.instances");
        search(TEXT, "monitor.filter.key");
        choice(
                STATE,
                "monitor.state",
                Arrays.stream(InstanceState.values())
                        .map(state -> new Option(state.code(), ProcessWords.of(state)))
                        .toList());
        choice(ACTIVITY, "monitor.activity", places);
        pinned(VERSION);
        column("monitor.object", instance -> objects.of(instance.objectKey(), instance.title()))
                .width("120px");
        column("monitor.subject", InstanceSummary::title).grows();
        column("monitor.state", instance -> ProcessWords.chip(instance.state())).width("110px");
        column("monitor.standing", InstanceList::standing).width("220px");
        column("monitor.version", InstanceSummary::version).width("70px");
        column("monitor.started", InstanceSummary::startedAt).width("120px").sortable("started_at");
        column("monitor.ended", InstanceSummary::endedAt).width("120px").hidden();
        narrow(instance -> new InstanceLine(instance, objects.of(instance.objectKey(), instance.title())));
        onOpen(instance -> InboxRoutes.instance(instance.id()));
        empty("flow", "monitor.instances.none", "monitor.instances.none.hint");
    }

    private static Span standing(InstanceSummary instance) {
        String text = ProcessWords.standing(instance);
        Span span = new Span(text);
        span.addClassName("ops-cell");
        span.getElement().setAttribute("title", text);
        return span;
    }

    private static InstanceQuery query(String processKey, Filters filters) {
        String state = filters.get(STATE);
        return new InstanceQuery(
                processKey,
                version(filters),
                state == null ? null : InstanceState.of(state),
                filters.get(ACTIVITY),
                filters.get(TEXT));
    }

    private static @Nullable Integer version(Filters filters) {
        return ProcessWords.version(filters.get(VERSION));
    }

    @Nullable
    Integer version() {
        return version(filters());
    }

    @Nullable
    String place() {
        return filters().get(ACTIVITY);
    }

    @Override
    protected void narrowed() {
        narrowed.run();
    }
}
