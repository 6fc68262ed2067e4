package io.opsflow.accounts.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AddRole;
import io.opsflow.accounts.EditRole;
import io.opsflow.accounts.RoleBundles;
import io.opsflow.accounts.RoleDetails;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The names of a role of one's own; for a new one its code as well. What it allows is edited on its page. */
class RoleDialog extends Dialog {

    private final RoleBundles roles;
    private final @Nullable RoleDetails role;
    private final Consumer<RoleDetails> saved;
    private final TextField code = field("roles.code");
    private final TextField name = field("roles.name");
    private final TextField nameEn = field("roles.name.en");
    private final RefusedFields fields;

    /** For a new role. */
    RoleDialog(RoleBundles roles, Texts texts, Consumer<RoleDetails> saved) {
        this(roles, null, texts, saved);
        code.setAutofocus(true);
    }

    RoleDialog(RoleBundles roles, @Nullable RoleDetails role, Texts texts, Consumer<RoleDetails> saved) {
        this.roles = roles;
        this.role = role;
        this.saved = saved;
        fields = new RefusedFields(texts, Map.of("code", code, "name", name, "name_en", nameEn));
        setHeaderTitle(getTranslation(role == null ? "roles.add" : "roles.rename"));
        setWidth("420px");
        code.setHelperText(getTranslation("roles.code.hint"));
        nameEn.setHelperText(getTranslation("roles.name.en.hint"));
        code.setRequiredIndicatorVisible(role == null);
        name.setRequiredIndicatorVisible(true);
        if (role != null) {
            code.setValue(role.code());
            code.setReadOnly(true);
            name.setValue(Objects.requireNonNullElse(role.name(), ""));
            nameEn.setValue(Objects.requireNonNullElse(role.nameEn(), ""));
        }
        Div body = new Div(code, name, nameEn);
        body.addClassName("ops-stack");
        add(body);
        DialogButtons.of(this, getTranslation("roles.save"), this::save);
    }

    private void save() {
        fields.clear();
        if (Attempt.of(() -> saved.accept(sent()), fields::show)) {
            close();
            Notice.done(getTranslation("roles.saved", name.getValue()));
        }
    }

    private RoleDetails sent() {
        return role == null
                ? roles.add(new AddRole(code.getValue(), name.getValue(), nameEn.getValue(), null))
                : roles.edit(role.code(), new EditRole(role.version(), name.getValue(), nameEn.getValue(), null));
    }

    private TextField field(String label) {
        TextField field = new TextField(getTranslation(label));
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
