package io.opsflow.workflow.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Formats;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One task as a row of the inbox: how pressing, key, title, step, whose, and until when or since when. */
final class InboxLine {

    private static final String TEMPLATE =
            """
            ${item.heading ? html`<div class="ops-group">${item.heading}</div>` : ''}
            <div class="ops-task-row ${item.on ? 'on' : ''}">
              <span class="ops-prio ${item.urgency}" role="img" aria-label="${item.word}" title="${item.word}"></span>
              <span class="ops-key">${item.key}</span>
              <span class="ops-title" title="${item.title}">${item.behalf ? html`<span class="ops-chip wait">${item.behalf}</span> ` : ''}${item.title}</span>
              <span class="ops-chip ${item.tone}" title="${item.owner}">${item.step}</span>
              <time class="ops-ago ${item.late ? 'late' : ''}" title="${item.exact}">${item.due}</time>
            </div>
            """;

    private InboxLine() {}

    static Renderer<InboxTask> renderer(
            SerializableFunction<InboxTask, Optional<Urgency>> heading, SerializablePredicate<InboxTask> on) {
        return LitRenderer.<InboxTask>of(TEMPLATE)
                .withProperty(
                        "heading",
                        task -> heading.apply(task).map(InboxLine::word).orElse(""))
                .withProperty("on", on::test)
                .withProperty("urgency", task -> task.urgency().code())
                .withProperty("word", task -> word(task.urgency()))
                .withProperty("key", InboxTask::objectKey)
                .withProperty("title", InboxTask::title)
                .withProperty("behalf", InboxLine::behalf)
                .withProperty("step", InboxLine::step)
                .withProperty("tone", InboxLine::tone)
                .withProperty(
                        "owner",
                        task -> task.assigneeName() == null
                                ? I18NProvider.translate("workflow.inbox.unassigned")
                                : task.assigneeName())
                .withProperty("late", InboxLine::late)
                .withProperty("exact", task -> Formats.dateTime(told(task)))
                .withProperty("due", InboxLine::due);
    }

    static String word(Urgency urgency) {
        return I18NProvider.translate("workflow.urgency." + urgency.code());
    }

    /** "for Li Si", where it is done in somebody's place. */
    static String behalf(InboxTask task) {
        return task.onBehalfOfName() == null
                ? ""
                : I18NProvider.translate("workflow.task.behalf", task.onBehalfOfName());
    }

    private static String step(InboxTask task) {
        return task.suspended() ? I18NProvider.translate("workflow.task.paused", task.stepName()) : task.stepName();
    }

    private static String tone(InboxTask task) {
        return task.suspended() ? "calm" : task.assignee() == null ? "wait" : "work";
    }

    private static Instant told(InboxTask task) {
        return task.dueAt() == null ? task.createdAt() : task.dueAt();
    }

    private static boolean late(InboxTask task) {
        return task.dueAt() != null && task.dueAt().isBefore(Formats.now());
    }

    private static String due(InboxTask task) {
        return late(task)
                ? I18NProvider.translate(
                        "design.time.late", Formats.duration(Duration.between(told(task), Formats.now())))
                : Formats.relative(told(task));
    }
}
