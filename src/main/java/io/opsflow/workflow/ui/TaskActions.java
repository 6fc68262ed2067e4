package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Formats;
import io.opsflow.design.Kbd;
import io.opsflow.design.Notice;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.TaskDetails;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The buttons below a task's form: submit, claim, release, as far as the person at the screen may. */
final class TaskActions extends Composite<Div> {

    private final Inbox inbox;
    private final Runnable submit;
    private final Runnable changed;

    TaskActions(Inbox inbox, Runnable submit, Runnable changed) {
        this.inbox = inbox;
        this.submit = submit;
        this.changed = changed;
        getContent().addClassName("task-actions");
    }

    /** The same in words. */
    static String words(TaskDetails task) {
        return Stream.of(
                        task.completable() ? "workflow.task.can.complete" : "",
                        task.claimable() ? "workflow.task.can.claim" : "",
                        task.releasable() ? "workflow.task.can.release" : "")
                .filter(key -> !key.isEmpty())
                .map(I18NProvider::translate)
                .collect(Collectors.joining(I18NProvider.translate("workflow.task.list.separator")));
    }

    void show(TaskDetails task) {
        clear();
        if (task.completable()) {
            Button complete = button("workflow.task.submit", submit);
            complete.addThemeNames("primary");
            getContent().add(complete);
        }
        if (task.claimable()) {
            Button claim = button("workflow.task.claim", () -> claim(task));
            claim.getElement().setAttribute("data-shortcut", "c");
            getContent().add(claim);
        }
        if (task.releasable()) {
            Button release = button("workflow.task.release", () -> release(task));
            release.addThemeNames("tertiary");
            getContent().add(release);
        }
        if (task.completable()) {
            Span keys = new Span(Kbd.of("Ctrl ⏎"));
            keys.addClassName("task-keys");
            getContent().add(keys);
        }
    }

    /** Nothing can be done any more. */
    void clear() {
        getContent().removeAll();
    }

    private Button button(String key, Runnable then) {
        return new Button(getTranslation(key), click -> then.run());
    }

    private void claim(TaskDetails task) {
        try {
            inbox.claim(task.task().id(), Formats.locale());
            Notice.done(getTranslation("workflow.task.claimed", task.task().objectKey()));
        } finally {
            changed.run(); // also when somebody else was faster
        }
    }

    private void release(TaskDetails task) {
        inbox.release(task.task().id(), Formats.locale());
        Notice.done(getTranslation("workflow.task.released", task.task().objectKey()));
        changed.run();
    }
}
