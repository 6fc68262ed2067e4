package io.opsflow.workflow.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.Go;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.ProcessReleases;
import io.opsflow.workflow.RunningModels;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every process that there is, in its latest version. */
@Route(InboxRoutes.PROCESSES)
@Menu(title = "workflow.process.menu", order = 300, icon = "flow")
@RolesAllowed("processes.view")
class ProcessListView extends ListPage<ProcessDefinitionSummary> implements HasDynamicTitle {

    private static final String TEXT = "q";

    ProcessListView(ProcessLibrary processes, ProcessReleases releases, RunningModels models, Texts texts) {
        super("workflow.process.title", (filters, paging) -> {
            List<ProcessDefinitionSummary> found = processes.definitions(Formats.locale()).stream()
                    .filter(process -> matches(process, filters.get(TEXT)))
                    .toList();
            return PageOf.cut(found, paging);
        });
        addClassName("process-list");
        search(TEXT, "workflow.process.filter");
        column("workflow.process.name", ProcessListView::name).width("200px");
        column("workflow.process.key", process -> Key.of(process.key())).width("190px");
        column("workflow.process.version", ProcessDefinitionSummary::version).width("80px");
        if (Actor.may(Permissions.PROCESSES_WATCH)) {
            column("workflow.process.running", ProcessDefinitionSummary::running)
                    .width("88px");
            column("workflow.process.failed", ProcessWords::failed).width("88px");
            Set<String> unanswered = releases.unanswered();
            column("workflow.process.source", process -> source(process, unanswered))
                    .width("220px");
        }
        column("workflow.process.documentation", ProcessDefinitionSummary::documentation)
                .grows();
        column("workflow.process.deployed", ProcessDefinitionSummary::deployedAt)
                .width("120px");
        above(new StrandedVersions(models, texts));
        narrow(ProcessLine::new);
        action("monitor.failed.title", "alert", Permissions.PROCESSES_WATCH, () -> Go.to(InboxRoutes.FAILED));
        onOpen(process -> InboxRoutes.process(process.key()));
        empty("flow", "workflow.process.none", "workflow.process.none.hint");
    }

    private static Span name(ProcessDefinitionSummary process) {
        Span name = new Span(process.name());
        name.addClassName("ops-strong");
        return name;
    }

    /** A list that says so leads owners to a release that waits for their answer. */
    private static Span source(ProcessDefinitionSummary process, Set<String> unanswered) {
        Span line = ProcessWords.source(process);
        if (unanswered.contains(process.key())) {
            line.add(Chip.of(I18NProvider.translate("workflow.process.newer"), Tone.WAIT));
        }
        return line;
    }

    private static boolean matches(ProcessDefinitionSummary process, @org.jspecify.annotations.Nullable String text) {
        return text == null
                || (process.name() + " " + process.key())
                        .toLowerCase(Locale.ROOT)
                        .contains(text.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workflow.process.title");
    }
}
