package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.i18n.I18NProvider;

/** Asks before something that cannot be taken back: names the target and the effect. */
public final class Confirm {

    private Confirm() {}

    /** Asks, and acts when the answer is yes. All texts, no keys; the action names what will be done. */
    public static void ask(String question, String effect, String action, Runnable then) {
        ConfirmDialog dialog = dialog(question, action, then);
        dialog.setText(effect);
        dialog.open();
    }

    /** The same with more than a sentence between question and answer, such as fields. */
    public static void ask(String question, Component effect, String action, Runnable then) {
        ConfirmDialog dialog = dialog(question, action, then);
        dialog.setText(effect);
        dialog.open();
    }

    private static ConfirmDialog dialog(String question, String action, Runnable then) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setConfirmText(action);
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(I18NProvider.translate("design.cancel"));
        dialog.addConfirmListener(yes -> then.run());
        return dialog;
    }
}
