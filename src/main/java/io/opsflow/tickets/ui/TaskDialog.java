package io.opsflow.tickets.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.design.OpsForm;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.OpenTask;
import io.opsflow.workflow.TaskForm;
import java.util.List;
import java.util.Map;

/** Completes an open task of a ticket with the same form that the inbox shows. */
final class TaskDialog extends Dialog {

    private final Inbox inbox;
    private final Texts texts;
    private final OpenTask task;
    private final Runnable changed;
    private final OpsForm form = new OpsForm();

    TaskDialog(Inbox inbox, Texts texts, OpenTask task, Runnable changed) {
        this.inbox = inbox;
        this.texts = texts;
        this.task = task;
        this.changed = changed;
        String action = TicketActions.name(task.action(), task.stepName());
        addClassName("ticket-dialog");
        setHeaderTitle(getTranslation("tickets.action.dialog", action, task.objectKey()));
        TaskForm schema = inbox.form(task.id(), Formats.locale());
        DialogButtons.of(this, action, schema == null ? () -> complete(Map.of()) : form::submit);
        if (schema == null) {
            add(new Paragraph(getTranslation("workflow.task.no.form")));
        } else {
            form.show(schema.schema(), schema.data(), false);
            form.addSubmitListener(this::complete);
            add(form);
        }
    }

    private void complete(Map<String, Object> answers) {
        try {
            if (Attempt.of(() -> inbox.complete(task.id(), answers), this::refuse)) {
                close();
                Notice.done(getTranslation("tickets.action.done", task.objectKey(), task.stepName()));
            }
        } finally {
            changed.run(); // also when somebody else was faster
        }
    }

    private void refuse(List<FieldError> errors) {
        form.showErrors(errors.stream()
                .map(error -> new OpsForm.FieldText(error.field(), texts.of(Formats.locale(), error)))
                .toList());
    }
}
