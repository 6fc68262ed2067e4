package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.opsflow.accounts.MyPassword;
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
        Button cancel = new Button(getTranslation("design.cancel"), click -> close());
        cancel.addThemeNames("tertiary");
        Button change = new Button(getTranslation("accounts.password.change"), click -> change());
        change.addThemeNames("primary");
        change.addClickShortcut(Key.ENTER);
        add(fields);
        getFooter().add(cancel, change);
    }

    private void change() {
        if (fields.change()) {
            close();
            Notice.done(getTranslation("accounts.password.changed"));
            changed.run();
        }
    }
}
