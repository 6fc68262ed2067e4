package io.opsflow.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/** The end of every dialog that asks for something: the way out, then the button for what it is there for. */
public final class DialogButtons {

    private DialogButtons() {}

    /** Gives a dialog its footer; the action is a text, no key. Answers the button that acts. */
    public static Button of(Dialog dialog, String action, Runnable act) {
        Button cancel = new Button(dialog.getTranslation("design.cancel"), click -> dialog.close());
        cancel.addThemeNames("tertiary");
        Button button = new Button(action, click -> act.run());
        button.addThemeNames("primary");
        dialog.getFooter().add(cancel, button);
        return button;
    }
}
