package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.function.Consumer;

/** Asks for the reason before somebody changes from outside what a process does: names target and effect. */
final class ReasonDialog extends Dialog {

    private final Texts texts;
    private final TextArea reason = new TextArea();

    /** Texts, no keys; the action names what will be done, and is handed the reason. */
    ReasonDialog(
            Texts texts,
            String title,
            String effect,
            String action,
            Consumer<String> act,
            Runnable afterwards,
            Component... choices) {
        this.texts = texts;
        addClassName("process-dialog");
        setHeaderTitle(title);
        reason.setLabel(getTranslation("monitor.reason"));
        reason.setHelperText(getTranslation("monitor.reason.hint"));
        reason.setWidthFull();
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.setAutofocus(true);
        DialogButtons.of(this, action, () -> attempt(act, afterwards));
        Div body = new Div(new Paragraph(effect), reason);
        body.addClassName("ops-stack");
        body.add(choices);
        add(body);
    }

    private void attempt(Consumer<String> act, Runnable afterwards) {
        try {
            if (Attempt.of(() -> act.accept(reason.getValue()), this::refuse)) {
                close();
            }
        } finally {
            afterwards.run(); // also when somebody else was quicker
        }
    }

    private void refuse(List<FieldError> errors) {
        reason.setInvalid(true);
        errors.forEach(error -> reason.setErrorMessage(texts.of(Formats.locale(), error)));
    }
}
