package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.opsflow.design.Attempt;
import io.opsflow.design.Banner;
import io.opsflow.design.Card;
import io.opsflow.design.EmptyState;
import io.opsflow.design.Formats;
import io.opsflow.design.ObjectPreview;
import io.opsflow.design.OpsForm;
import io.opsflow.design.Refreshable;
import io.opsflow.design.Tone;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.TaskDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One task: what it is about, what it waits for, its form, and where it stands in its process. */
final class TaskPane extends Composite<Div> {

    private static final Duration AGE = Duration.ofMinutes(1);

    private final Inbox inbox;
    private final TaskParts parts;
    private final Runnable changed;
    private final Consumer<TaskDetails> done;
    private final Div head = new Div();
    private final TaskActions actions;
    private @Nullable OpsForm form;
    private @Nullable Component aid;
    private @Nullable String shown;
    private @Nullable TaskDetails details;
    private Instant drawn = Instant.EPOCH;

    TaskPane(Inbox inbox, TaskParts parts, Runnable changed, Consumer<TaskDetails> done) {
        this.inbox = inbox;
        this.parts = parts;
        this.changed = changed;
        this.done = done;
        actions = new TaskActions(inbox, this::submit, this::acted);
        head.addClassName("ops-detail-head");
    }

    /** Another task; the same one again is left alone, with what was typed. */
    void show(@Nullable String taskId) {
        if (taskId != null && taskId.equals(shown) && details != null) {
            return;
        }
        shown = taskId;
        details = null;
        if (taskId == null) {
            empty("workflow.inbox.none", getTranslation("workflow.inbox.none.hint"));
            return;
        }
        Attempt.find(
                        () -> inbox.get(taskId, Formats.locale()),
                        reason -> empty("workflow.task.gone", parts.sentence(reason)))
                .ifPresent(this::build);
    }

    /** Looks whether the task is still what it was. What somebody typed stays, also when it came too late. */
    void refresh() {
        TaskDetails known = details;
        if (known == null) {
            return;
        }
        Optional<TaskDetails> now = Attempt.find(
                () -> inbox.get(known.task().id(), Formats.locale()), reason -> tooLate(parts.sentence(reason)));
        if (now.isEmpty()) {
            return;
        }
        if (aid instanceof Refreshable shownBeside) {
            shownBeside.refresh();
        }
        if (now.get().equals(known)) {
            if (Duration.between(drawn, Formats.now()).compareTo(AGE) > 0) {
                head(known, parts.preview(known.task()));
            }
        } else if (now.get().completable() == known.completable()) {
            details = now.get();
            head(now.get(), parts.preview(now.get().task()));
            actions.show(now.get());
        } else {
            build(now.get());
        }
    }

    private void build(TaskDetails task) {
        details = task;
        Optional<ObjectPreview.Preview> preview = parts.preview(task.task());
        head(task, preview);
        Card card = new Card(task.task().stepName());
        form = parts.form(task).orElse(null);
        if (form == null) {
            card.add(new Paragraph(getTranslation("workflow.task.no.form")));
        } else {
            OpsForm filled = form;
            filled.getElement().setAttribute("data-shortcut", "e");
            filled.addSubmitListener(answers -> complete(task, answers));
            card.add(filled);
        }
        actions.show(task);
        card.add(actions);
        card.addClassName("task-form");
        Div body = new Div();
        body.addClassName("ops-detail-body");
        preview.map(ObjectPreview.Preview::body).ifPresent(body::add);
        aid = parts.aid(task).orElse(null);
        if (aid != null) {
            body.add(aid);
        }
        body.add(card);
        parts.process(task.task()).ifPresent(body::add);
        getContent().removeAll();
        getContent().add(head, body);
    }

    private void head(TaskDetails task, Optional<ObjectPreview.Preview> preview) {
        drawn = Formats.now();
        head.removeAll();
        head.add(parts.head(task.task(), preview), Waiting.line(task));
    }

    private void submit() {
        if (form != null) {
            form.submit();
        } else if (details != null) {
            complete(details, Map.of());
        }
    }

    private void complete(TaskDetails task, Map<String, Object> answers) {
        boolean accepted = false;
        try {
            accepted = Attempt.of(() -> inbox.complete(task.task().id(), answers), errors -> {
                if (form != null) {
                    form.showErrors(parts.sentences(errors));
                }
            });
        } finally {
            if (!accepted) {
                refresh(); // perhaps somebody else was faster
            }
        }
        if (accepted) {
            details = null;
            done.accept(task);
        }
    }

    private void acted() {
        refresh();
        changed.run();
    }

    private void tooLate(String reason) {
        details = null;
        actions.clear();
        head.add(Banner.of(Tone.BAD, reason + " " + getTranslation("workflow.task.too.late")));
    }

    private void empty(String titleKey, String hint) {
        getContent().removeAll();
        getContent().add(new EmptyState("inbox", getTranslation(titleKey), hint));
    }
}
