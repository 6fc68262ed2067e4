package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Ago;
import io.opsflow.design.Banner;
import io.opsflow.design.Chip;
import io.opsflow.design.Key;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.ProcessDefinitionSummary;
import io.opsflow.workflow.ProcessOperations;
import io.opsflow.workflow.ProcessVersion;
import io.opsflow.workflow.VersionIntervention;

/** The head of a process's page: name, version, source, how it fares, and what an administrator can do with it. */
final class ProcessHead extends Composite<Div> {

    private final ProcessOperations operations;
    private final Texts texts;
    private final Runnable changed;

    ProcessHead(ProcessOperations operations, Texts texts, Runnable changed) {
        this.operations = operations;
        this.texts = texts;
        this.changed = changed;
    }

    /** Shows a process, and of its versions the one that the reader looks at. */
    void show(ProcessDefinitionSummary process, ProcessVersion version) {
        Span deployed =
                new Span(new Span(getTranslation("workflow.process.deployed") + " "), Ago.of(version.deployedAt()));
        deployed.addClassName("ops-muted");
        PageHead head = new PageHead(process.name())
                .crumb(InboxRoutes.PROCESSES, getTranslation("workflow.process.title"), process.key())
                .marks(
                        Key.of(process.key()),
                        Chip.of(getTranslation("workflow.process.version.of", version.version())));
        if (version.source() != null) {
            head.marks(ProcessWords.chip(version.source()));
        }
        if (process.running() != null) {
            head.marks(
                    Chip.of(getTranslation("workflow.process.running.of", process.running()), Tone.WORK),
                    ProcessWords.failed(process.failed()));
        }
        head.marks(deployed);
        if (Actor.may(Permissions.PROCESSES_OPERATE)) {
            head.actions(version.suspended() ? resume(process, version) : suspend(process, version));
        }
        getContent().removeAll();
        getContent().add(head);
        if (version.suspended()) {
            Banner banner = Banner.of(Tone.WAIT, getTranslation("monitor.version.suspended", version.version()));
            banner.addClassName("process-suspended");
            getContent().add(banner);
        }
    }

    private Button suspend(ProcessDefinitionSummary process, ProcessVersion version) {
        String action = getTranslation("monitor.version.suspend", version.version());
        Checkbox instances = new Checkbox(getTranslation("monitor.version.suspend.instances", running(version)));
        return button(
                action,
                getTranslation("monitor.version.suspend.effect", process.name()),
                instances,
                reason -> operations.suspend(
                        process.key(), version.version(), new VersionIntervention(reason, instances.getValue())));
    }

    private Button resume(ProcessDefinitionSummary process, ProcessVersion version) {
        String action = getTranslation("monitor.version.resume", version.version());
        Checkbox instances = new Checkbox(getTranslation("monitor.version.resume.instances", running(version)));
        instances.setValue(true);
        return button(
                action,
                getTranslation("monitor.version.resume.effect", process.name()),
                instances,
                reason -> operations.resume(
                        process.key(), version.version(), new VersionIntervention(reason, instances.getValue())));
    }

    private static long running(ProcessVersion version) {
        return version.running() == null ? 0 : version.running();
    }

    private Button button(String action, String effect, Checkbox instances, java.util.function.Consumer<String> act) {
        return new Button(action + "…", click -> new ReasonDialog(
                        texts,
                        action,
                        effect,
                        action,
                        reason -> {
                            act.accept(reason);
                            Notice.done(getTranslation("monitor.done"));
                        },
                        changed,
                        instances)
                .open());
    }
}
