package io.opsflow.accounts.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.EditProfile;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets people change what is known about themselves. */
final class EditProfileDialog extends Dialog {

    private final Accounts accounts;
    private final Runnable saved;
    private final TextField realName = field("accounts.real-name");
    private final TextField email = field("accounts.email");
    private final TextField phone = field("accounts.phone");
    private final TextField department = field("accounts.department");
    private final RefusedFields refused;

    EditProfileDialog(Accounts accounts, Texts texts, Runnable saved) {
        this.accounts = accounts;
        this.saved = saved;
        refused = new RefusedFields(
                texts, Map.of("real_name", realName, "email", email, "phone", phone, "department", department));
        AccountDetails me = accounts.me();
        realName.setValue(me.realName());
        realName.setRequiredIndicatorVisible(true);
        realName.setAutofocus(true);
        email.setValue(text(me.email()));
        phone.setValue(text(me.phone()));
        department.setValue(text(me.department()));
        setHeaderTitle(getTranslation("users.profile.edit"));
        setWidth("420px");
        Div body = new Div(realName, email, phone, department);
        body.addClassName("ops-stack");
        add(body);
        DialogButtons.of(this, getTranslation("users.save"), this::save);
    }

    private void save() {
        refused.clear();
        EditProfile request =
                new EditProfile(realName.getValue(), email.getValue(), phone.getValue(), department.getValue());
        if (Attempt.of(() -> accounts.editMe(request), refused::show)) {
            close();
            Notice.done(getTranslation("users.profile.saved"));
            saved.run();
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private TextField field(String label) {
        TextField field = new TextField();
        field.setLabel(getTranslation(label));
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
