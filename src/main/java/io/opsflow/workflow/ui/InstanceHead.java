package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.design.Ago;
import io.opsflow.design.Banner;
import io.opsflow.design.Chip;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.InstanceDetails;
import io.opsflow.workflow.InstanceState;
import io.opsflow.workflow.InstanceSummary;
import io.opsflow.workflow.Intervention;
import io.opsflow.workflow.ProcessOperations;

/** The head of an instance's page: what it is about, how it fares, and what can be done with it. */
final class InstanceHead extends Composite<Div> {

    /** Where it comes from. */
    @SpringComponent
    record Sources(ProcessOperations operations, ObjectLinks objects, Texts texts) {}

    private final Sources sources;
    private final Runnable changed;

    InstanceHead(Sources sources, Runnable changed) {
        this.sources = sources;
        this.changed = changed;
    }

    void show(InstanceDetails details) {
        InstanceSummary instance = details.instance();
        Span started = new Span(new Span(getTranslation("monitor.started") + " "), Ago.of(instance.startedAt()));
        started.addClassName("ops-muted");
        PageHead head = new PageHead(title(details))
                .crumb(
                        InboxRoutes.process(details.processKey()),
                        details.processName(),
                        instance.objectKey() == null ? instance.id() : instance.objectKey())
                .marks(
                        sources.objects().of(instance.objectKey(), instance.title()),
                        ProcessWords.chip(instance.state()),
                        Chip.of(getTranslation("workflow.process.version.of", instance.version())),
                        started);
        Anchor cockpit = new Anchor(InboxRoutes.cockpit(instance.id()), getTranslation("monitor.cockpit"));
        cockpit.setRouterIgnore(true);
        cockpit.addClassName("process-cockpit");
        head.actions(cockpit);
        if (Actor.may(Permissions.PROCESSES_OPERATE) && instance.endedAt() == null) {
            head.actions(suspension(instance, title(details)));
        }
        getContent().removeAll();
        getContent().add(head);
        banner(details);
    }

    private String title(InstanceDetails details) {
        String title = details.instance().title();
        String key = details.instance().objectKey();
        return title != null ? title : key == null ? details.processName() : details.processName() + " · " + key;
    }

    private void banner(InstanceDetails details) {
        InstanceState state = details.instance().state();
        if (state == InstanceState.SUSPENDED) {
            line(Tone.WAIT, getTranslation("monitor.instance.suspended"));
        } else if (state == InstanceState.FAILED) {
            line(
                    Tone.BAD,
                    getTranslation("monitor.instance.failed", details.instance().failures()));
        } else if (state == InstanceState.CANCELLED && details.endReason() != null) {
            line(Tone.CALM, getTranslation("monitor.instance.cancelled", details.endReason()));
        }
    }

    private void line(Tone tone, String text) {
        Banner banner = Banner.of(tone, text);
        banner.addClassName("process-suspended");
        getContent().add(banner);
    }

    private Button suspension(InstanceSummary instance, String title) {
        boolean suspended = instance.state() == InstanceState.SUSPENDED;
        String action = getTranslation(suspended ? "monitor.instance.resume" : "monitor.instance.suspend");
        return new Button(action + "…", click -> new ReasonDialog(
                        sources.texts(),
                        action,
                        getTranslation(
                                suspended ? "monitor.instance.resume.effect" : "monitor.instance.suspend.effect",
                                title),
                        action,
                        reason -> change(instance, suspended, reason),
                        changed)
                .open());
    }

    private void change(InstanceSummary instance, boolean suspended, String reason) {
        if (suspended) {
            sources.operations().resume(instance.id(), new Intervention(reason));
        } else {
            sources.operations().suspend(instance.id(), new Intervention(reason));
        }
        Notice.done(getTranslation("monitor.done"));
    }
}
