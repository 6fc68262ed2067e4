package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Attempt;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Formats;
import io.opsflow.design.Key;
import io.opsflow.design.ObjectFinder;
import io.opsflow.design.ObjectPreview;
import io.opsflow.design.OpsDiagram;
import io.opsflow.design.OpsForm;
import io.opsflow.design.PageHead;
import io.opsflow.design.PriorityMark;
import io.opsflow.design.TaskAid;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.ObjectProcess;
import io.opsflow.workflow.ProcessLibrary;
import io.opsflow.workflow.TaskDetails;
import io.opsflow.workflow.TaskForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds what stands beside a task: the head, what it is about, its form and its process. */
final class TaskParts {

    private final Inbox inbox;
    private final ProcessLibrary processes;
    private final Texts texts;
    private final List<ObjectPreview> previews;
    private final List<ObjectFinder> finders;
    private final List<TaskAid> aids;

    TaskParts(
            Inbox inbox,
            ProcessLibrary processes,
            Texts texts,
            List<ObjectPreview> previews,
            List<ObjectFinder> finders,
            List<TaskAid> aids) {
        this.inbox = inbox;
        this.processes = processes;
        this.texts = texts;
        this.previews = List.copyOf(previews);
        this.finders = List.copyOf(finders);
        this.aids = List.copyOf(aids);
    }

    /** Title, key, and the object's own marks; where the module shows none, the step and the urgency. */
    Component head(InboxTask task, Optional<ObjectPreview.Preview> preview) {
        List<Component> marks = new ArrayList<>();
        marks.add(path(task).map(path -> Key.linked(task.objectKey(), path)).orElseGet(() -> Key.of(task.objectKey())));
        if (task.onBehalfOf() != null) {
            marks.add(Chip.of(InboxLine.behalf(task), Tone.WAIT));
        }
        preview.ifPresentOrElse(
                shown -> {
                    marks.addAll(shown.chips());
                    marks.add(shown.line());
                },
                () -> {
                    marks.add(Chip.of(task.stepName(), task.assignee() == null ? Tone.WAIT : Tone.WORK));
                    marks.add(PriorityMark.chip(
                            PriorityMark.Level.valueOf(task.urgency().name()), InboxLine.word(task.urgency())));
                });
        return new PageHead(task.title()).marks(marks.toArray(Component[]::new));
    }

    /** The object at a glance; empty where no module shows it, or not to whoever has the task. */
    Optional<ObjectPreview.Preview> preview(InboxTask task) {
        return ifVisible(() -> previews.stream()
                        .flatMap(preview -> preview.of(task.objectKey()).stream())
                        .findFirst())
                .flatMap(shown -> shown);
    }

    /** What the module offers beside the form, to whoever may complete the task. */
    Optional<Component> aid(TaskDetails details) {
        return details.completable()
                ? aids.stream()
                        .flatMap(aid -> aid
                                .of(details.task().objectKey(), details.task().action())
                                .stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> path(InboxTask task) {
        return finders.stream()
                .flatMap(finder -> finder.path(task.objectKey()).stream())
                .findFirst();
    }

    /** The form, filled in by whoever may complete the task and only read by others; empty where the task has none. */
    Optional<OpsForm> form(TaskDetails details) {
        TaskForm form = inbox.form(details.task().id(), Formats.locale());
        if (form == null) {
            return Optional.empty();
        }
        OpsForm shown = new OpsForm();
        shown.show(form.schema(), form.data(), !details.completable());
        return Optional.of(shown);
    }

    List<OpsForm.FieldText> sentences(List<FieldError> errors) {
        return errors.stream()
                .map(error -> new OpsForm.FieldText(error.field(), texts.of(Formats.locale(), error)))
                .toList();
    }

    String sentence(DomainError error) {
        return texts.of(Formats.locale(), error);
    }

    /** The diagram with the place where the object stands; empty where whoever has the task may not see the object. */
    Optional<Component> process(InboxTask task) {
        if (!Actor.may(Permissions.PROCESSES_VIEW)) {
            return Optional.empty();
        }
        return ifVisible(() -> processes.ofObject(task.objectKey(), Formats.locale()))
                .map(TaskParts::diagram);
    }

    /** A task may be somebody's whose eyes the object is not for: the form stands there alone then, without a word. */
    private static <T> Optional<T> ifVisible(Supplier<T> question) {
        return Attempt.find(question, hidden -> {});
    }

    private static Component diagram(ObjectProcess process) {
        OpsDiagram diagram = new OpsDiagram();
        diagram.show(
                process.diagramXml(),
                process.name(),
                process.active(),
                process.done(),
                DiagramNotes.of(process.activities()));
        Span version = new Span();
        version.addClassName("ops-dim");
        version.add(new Anchor(InboxRoutes.process(process.processKey()), process.processKey()));
        version.add(new Span(" · " + I18NProvider.translate("workflow.process.version.of", process.version())));
        return new Card(process.name(), diagram).aside(version);
    }
}
