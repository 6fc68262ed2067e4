package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.Key;
import io.opsflow.design.OpsDiagram;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.NotFound;
import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.ProcessReleases;
import jakarta.annotation.security.RolesAllowed;

/** One process: what it is for, and its diagram. */
@Route(InboxRoutes.PROCESSES)
@RolesAllowed("processes.view")
class ProcessView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private final ProcessLibrary processes;
    private final ProcessReleases releases;
    private String name = "";

    ProcessView(ProcessLibrary processes, ProcessReleases releases) {
        this.processes = processes;
        this.releases = releases;
        addClassNames("ops-page", "process-page");
    }

    @Override
    public void setParameter(BeforeEvent event, String key) {
        ProcessDefinitionSummary process = processes.definitions(Formats.locale()).stream()
                .filter(definition -> definition.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound(key));
        name = process.name();
        removeAll();
        add(head(process), documentation(process), diagram(process));
        add(new ReleaseCard(releases, key, () -> setParameter(event, key)));
    }

    private PageHead head(ProcessDefinitionSummary process) {
        Span deployed =
                new Span(new Span(getTranslation("workflow.process.deployed") + " "), Ago.of(process.deployedAt()));
        deployed.addClassName("ops-muted");
        return new PageHead(process.name())
                .crumb(InboxRoutes.PROCESSES, getTranslation("workflow.process.title"), process.key())
                .marks(
                        Key.of(process.key()),
                        Chip.of(getTranslation("workflow.process.version.of", process.version())),
                        deployed);
    }

    private Paragraph documentation(ProcessDefinitionSummary process) {
        Paragraph text = new Paragraph(
                process.documentation().isBlank()
                        ? getTranslation("workflow.process.undocumented")
                        : process.documentation());
        text.addClassName("process-documentation");
        return text;
    }

    private Card diagram(ProcessDefinitionSummary process) {
        OpsDiagram diagram = new OpsDiagram();
        diagram.show(processes.diagram(process.key(), null, Formats.locale()), process.name());
        return new Card(getTranslation("workflow.process.diagram"), diagram);
    }

    @Override
    public String getPageTitle() {
        return name;
    }
}
