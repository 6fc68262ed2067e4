package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.opsflow.design.DiagramMarks;
import io.opsflow.design.Formats;
import io.opsflow.design.Go;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.ProcessOperations;
import io.opsflow.workflow.ProcessReleases;
import io.opsflow.workflow.ProcessVersion;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One process: what it is for, its diagram, and for those who may watch what happens in it. */
@Route(InboxRoutes.PROCESS)
@RolesAllowed("processes.view")
class ProcessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final ProcessLibrary processes;
    private final ProcessReleases releases;
    private final ProcessHappenings.Sources sources;
    private final ProcessHead head;
    private String key = "";
    private @Nullable Integer version;
    private String name = "";

    ProcessView(
            ProcessLibrary processes,
            ProcessOperations operations,
            ProcessReleases releases,
            ProcessHappenings.Sources sources,
            Texts texts) {
        this.processes = processes;
        this.releases = releases;
        this.sources = sources;
        head = new ProcessHead(operations, texts, this::showHead);
        addClassNames("ops-page", "process-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        key = event.getRouteParameters().get(InboxRoutes.KEY).orElse("");
        version = ProcessWords.version(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(InstanceList.VERSION)
                .orElse(null));
        List<ProcessVersion> versions = processes.versions(key);
        if (version != null && versions.stream().noneMatch(each -> each.version() == version)) {
            throw new NotFound(key + " " + version);
        }
        ProcessDefinitionSummary process = process();
        name = process.name();
        ProcessDiagram diagram = new ProcessDiagram(processes, key, name, versions);
        removeAll();
        add(head, documentation(process));
        showHead();
        if (Actor.may(Permissions.PROCESSES_WATCH)) {
            ProcessHappenings happenings = new ProcessHappenings(sources, key, diagram, version, this::lookAt);
            add(happenings);
            happenings.enter(event);
        } else {
            add(diagram);
            diagram.onVersion(chosen -> {
                lookAt(chosen);
                diagram.draw(chosen, DiagramMarks.NONE);
            });
            diagram.draw(version, DiagramMarks.NONE);
        }
        add(new ReleaseCard(releases, key, () -> Go.to(InboxRoutes.process(key))));
    }

    private void lookAt(@Nullable Integer chosen) {
        version = chosen;
        showHead();
    }

    private void showHead() {
        processes.versions(key).stream()
                .filter(each -> version == null || each.version() == version)
                .findFirst()
                .ifPresent(shown -> head.show(process(), shown));
    }

    private ProcessDefinitionSummary process() {
        return processes.definitions(Formats.locale()).stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound(key));
    }

    private Paragraph documentation(ProcessDefinitionSummary process) {
        Paragraph text = new Paragraph(
                process.documentation().isBlank()
                        ? getTranslation("workflow.process.undocumented")
                        : process.documentation());
        text.addClassName("process-documentation");
        return text;
    }

    @Override
    public String getPageTitle() {
        return name;
    }
}
