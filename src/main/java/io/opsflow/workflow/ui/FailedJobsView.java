package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Filters;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage;
import io.opsflow.design.LivePanel;
import io.opsflow.workflow.FailedJob;
import io.opsflow.workflow.FailedJobQuery;
import io.opsflow.workflow.FailedJobs;
import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.ProcessLibrary;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;

/** What no process managed to do by itself, by what went wrong, for people to look at and to let be tried again. */
@Route(InboxRoutes.FAILED)
@RolesAllowed("processes.watch")
class FailedJobsView extends ListPage<FailedJob> implements HasDynamicTitle {

    static final String PROCESS = "process";
    static final String MESSAGE = "message";

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final FailedJobs jobs;
    private final FailureGroups groups;

    FailedJobsView(FailedJobs jobs, ProcessLibrary processes, FailedJobActions actions, ObjectLinks objects) {
        super("monitor.failed.title", (filters, paging) -> jobs.page(query(filters), paging, Formats.locale()));
        this.jobs = jobs;
        addClassName("failed-jobs");
        choice(PROCESS, "monitor.process", processes(processes));
        pinned(MESSAGE);
        groups = new FailureGroups(actions, message -> narrow(MESSAGE, message), this::refreshAll);
        LivePanel live = new LivePanel(REFRESH, this::look, groups);
        live.addClassName("process-groups-live");
        above(live);
        column("monitor.object", job -> objects.of(job.objectKey(), job.title()))
                .width("110px");
        column("monitor.activity", FailedJobsView::where).width("180px");
        column("monitor.message", FailedJob::message).grows();
        column("monitor.failed.at", FailedJob::failedAt).width("110px");
        column("monitor.state", FailedJobActions::state).width("130px");
        column("monitor.do", job -> actions.of(job, this::refreshAll)).width("190px");
        narrow(job ->
                new FailedJobLine(job, objects.of(job.objectKey(), job.title()), actions.of(job, this::refreshAll)));
        onOpen(job -> InboxRoutes.instance(job.instanceId()));
        empty("circle-check", "monitor.failed.none", "monitor.failed.none.hint");
    }

    private static List<Option> processes(ProcessLibrary processes) {
        return processes.definitions(Formats.locale()).stream()
                .map(process -> new Option(process.key(), name(process)))
                .toList();
    }

    private static String name(ProcessDefinitionSummary process) {
        return process.name().isBlank() ? process.key() : process.name();
    }

    private static Span where(FailedJob job) {
        Span step = new Span(job.activityName());
        step.addClassName("ops-cell");
        step.getElement().setAttribute("title", job.processName() + " · " + job.activityName());
        return step;
    }

    private static FailedJobQuery query(Filters filters) {
        return new FailedJobQuery(filters.get(PROCESS), filters.get(MESSAGE));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        super.beforeEnter(event);
        narrowed();
    }

    @Override
    protected void narrowed() {
        groups.show(jobs.groups(query(filters())), filters().get(PROCESS));
    }

    private void look() {
        if (groups.show(jobs.groups(query(filters())), filters().get(PROCESS))) {
            refresh();
        }
    }

    private void refreshAll() {
        narrowed();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("monitor.failed.title");
    }
}
