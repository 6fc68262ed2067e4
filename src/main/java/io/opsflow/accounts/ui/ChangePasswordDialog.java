package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import io.opsflow.accounts.MyPassword;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;

/** Another password for whoever is signed in. */
class ChangePasswordDialog extends Dialog {

    private final PasswordFields fields;
    private final Runnable changed;

    ChangePasswordDialog(MyPassword mine, Texts texts, Runnable changed) {
        this.fields = new PasswordFields(mine, texts);
        this.changed = changed;
        setHeaderTitle(getTranslation("accounts.password.change"));
        setWidth("380px");
        add(fields);
        DialogButtons.of(this, getTranslation("accounts.password.change"), this::change)
                .addClickShortcut(Key.ENTER);
    }

    private void change() {
        if (fields.change()) {
            close();
            Notice.done(getTranslation("accounts.password.changed"));
            changed.run();
        }
    }
}
