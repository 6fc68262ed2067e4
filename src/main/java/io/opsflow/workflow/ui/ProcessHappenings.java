package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.design.Card;
import io.opsflow.design.DiagramMarks;
import io.opsflow.design.Formats;
import io.opsflow.design.Go;
import io.opsflow.design.ListPage;
import io.opsflow.design.LivePanel;
import io.opsflow.workflow.ActivityCount;
import io.opsflow.workflow.FailedJobQuery;
import io.opsflow.workflow.FailedJobs;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.ProcessMonitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What happens in a process: its places in the diagram, what failed, and the instances; they follow each other. */
final class ProcessHappenings extends Composite<Div> {

    private static final Duration REFRESH = Duration.ofSeconds(5);

    /** Where it comes from. */
    @SpringComponent
    record Sources(
            ProcessLibrary processes,
            ProcessMonitor monitor,
            FailedJobs jobs,
            FailedJobActions actions,
            ObjectLinks objects) {}

    private final Sources sources;
    private final String key;
    private final ProcessDiagram diagram;
    private final Consumer<@Nullable Integer> versionChanged;
    private final InstanceList instances;
    private final FailureGroups failures;
    private final Card failed;
    private @Nullable Integer version;
    private List<ActivityCount> counts = List.of();

    ProcessHappenings(
            Sources sources,
            String key,
            ProcessDiagram diagram,
            @Nullable Integer version,
            Consumer<@Nullable Integer> versionChanged) {
        this.sources = sources;
        this.key = key;
        this.diagram = diagram;
        this.version = version;
        this.versionChanged = versionChanged;
        instances = new InstanceList(key, places(), sources.monitor(), sources.objects(), this::follow);
        failures = new FailureGroups(
                sources.actions(),
                message -> Go.to(InboxRoutes.FAILED + "?" + FailedJobsView.PROCESS + "=" + key + "&"
                        + FailedJobsView.MESSAGE + "=" + URLEncoder.encode(message, StandardCharsets.UTF_8)),
                this::look);
        failed = new Card(getTranslation("monitor.failed.title"), failures);
        diagram.onVersion(chosen -> instances.narrow(InstanceList.VERSION, chosen == null ? "" : chosen.toString()));
        diagram.onPick(place -> instances.narrow(InstanceList.ACTIVITY, place));
    }

    @Override
    protected Div initContent() {
        LivePanel live = new LivePanel(REFRESH, this::look, diagram, failed);
        live.addClassName("process-live");
        Div all = new Div(live, instances);
        all.addClassName("process-live");
        return all;
    }

    private List<ListPage.Option> places() {
        return sources.processes().places(key, version, Formats.locale()).stream()
                .map(place -> new ListPage.Option(
                        place.activityId(), place.name().isBlank() ? place.activityId() : place.name()))
                .toList();
    }

    /** Reads the filters from the address and shows what there is. */
    void enter(BeforeEnterEvent event) {
        instances.beforeEnter(event);
        counts = count();
        diagram.draw(version, marks());
        showFailures();
    }

    /** Another filter was set: the diagram shows the same. */
    private void follow() {
        Integer wanted = instances.version();
        if (!java.util.Objects.equals(wanted, version)) {
            version = wanted;
            counts = count();
            diagram.draw(version, marks());
            versionChanged.accept(version);
        } else {
            diagram.mark(marks());
        }
    }

    private void look() {
        List<ActivityCount> now = count();
        boolean moved = !now.equals(counts);
        counts = now;
        if (showFailures() || moved) {
            diagram.mark(marks());
            versionChanged.accept(version);
            instances.refresh();
        }
    }

    private boolean showFailures() {
        boolean changed = failures.show(sources.jobs().groups(new FailedJobQuery(key, null)), key);
        failed.setVisible(failures.getContent().isVisible());
        return changed;
    }

    private List<ActivityCount> count() {
        return sources.monitor().counts(key, version, Formats.locale());
    }

    private DiagramMarks marks() {
        return diagram.marks(counts, instances.place());
    }
}
