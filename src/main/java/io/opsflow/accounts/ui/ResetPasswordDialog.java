package io.opsflow.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.ResetPassword;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;
import java.util.Map;

/** Another password for somebody: chosen here, or made up and shown this once. */
final class ResetPasswordDialog extends Dialog {

    private final Accounts accounts;
    private final AccountDetails user;
    private final Runnable changed;
    private final TextField password = new TextField();
    private final RefusedFields refused;

    ResetPasswordDialog(Accounts accounts, Texts texts, AccountDetails user, Runnable changed) {
        this.accounts = accounts;
        this.user = user;
        this.changed = changed;
        refused = new RefusedFields(texts, Map.of("password", password));
        setHeaderTitle(getTranslation("users.reset.title", user.username()));
        setWidth("420px");
        password.setLabel(getTranslation("accounts.password.new"));
        password.setHelperText(getTranslation("users.reset.hint"));
        password.setManualValidation(true);
        password.setWidthFull();
        password.getElement().setAttribute("autocomplete", "off");
        Div body = new Div(new Paragraph(getTranslation("users.reset.effect", user.realName())), password);
        body.addClassName("ops-stack");
        add(body);
        DialogButtons.of(this, getTranslation("users.reset"), this::reset).addThemeNames("error");
    }

    private void reset() {
        refused.clear();
        String chosen = password.getValue();
        Attempt.of(
                () -> accounts.resetPassword(user.id(), new ResetPassword(chosen.isEmpty() ? null : chosen))
                        .ifPresentOrElse(this::showOnce, this::close),
                refused::show);
        if (!isOpened()) {
            done();
        }
    }

    private void showOnce(String made) {
        password.setValue(made);
        password.setReadOnly(true);
        password.setHelperText(getTranslation("users.reset.once"));
        Button close = new Button(getTranslation("users.reset.noted"), click -> {
            close();
            done();
        });
        close.addThemeNames("primary");
        getFooter().removeAll();
        getFooter().add(close);
    }

    private void done() {
        Notice.done(getTranslation("users.reset.done", user.username()));
        changed.run();
    }
}
