package io.opsflow.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Pre;

/** What the program was doing when a job failed, to be read and copied. */
final class StackTraceDialog extends Dialog {

    StackTraceDialog(String what, String trace) {
        addClassName("process-trace");
        setHeaderTitle(getTranslation("monitor.trace.of", what));
        setResizable(true);
        Pre text = new Pre(trace);
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("monitor.trace"));
        Button close = new Button(getTranslation("monitor.close"), click -> close());
        close.setAutofocus(true);
        getFooter().add(close);
        add(text);
    }
}
