package io.opsflow.accounts.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AddGroup;
import io.opsflow.accounts.EditGroup;
import io.opsflow.accounts.GroupDetails;
import io.opsflow.accounts.Groups;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A group's name and roles; for a new one its code as well. */
class GroupDialog extends Dialog {

    private final Groups groups;
    private final @Nullable GroupDetails group;
    private final Consumer<GroupDetails> saved;
    private final TextField code = new TextField();
    private final TextField name = new TextField();
    private final MultiSelectComboBox<String> roles = new MultiSelectComboBox<>();
    private final RefusedFields fields;

    /** For a new group. */
    GroupDialog(Groups groups, Map<String, String> roleNames, Texts texts, Consumer<GroupDetails> saved) {
        this(groups, null, roleNames, texts, saved);
        code.setAutofocus(true);
    }

    GroupDialog(
            Groups groups,
            @Nullable GroupDetails group,
            Map<String, String> roleNames,
            Texts texts,
            Consumer<GroupDetails> saved) {
        this.groups = groups;
        this.group = group;
        this.saved = saved;
        fields = new RefusedFields(texts, Map.of("code", code, "name", name, "roles", roles));
        setHeaderTitle(getTranslation(group == null ? "groups.add" : "groups.edit"));
        setWidth("420px");
        code.setLabel(getTranslation("groups.code"));
        code.setHelperText(getTranslation("groups.code.hint"));
        name.setLabel(getTranslation("groups.name"));
        roles.setLabel(getTranslation("groups.roles"));
        roles.setHelperText(getTranslation("groups.roles.hint"));
        roles.setItems(roleNames.keySet());
        roles.setItemLabelGenerator(role -> roleNames.getOrDefault(role, role));
        if (group != null) {
            code.setValue(group.code());
            code.setReadOnly(true);
            name.setValue(group.name());
            roles.setValue(group.roles());
        }
        code.setRequiredIndicatorVisible(group == null);
        name.setRequiredIndicatorVisible(true);
        code.setManualValidation(true);
        name.setManualValidation(true);
        Div body = new Div(code, name, roles);
        body.addClassName("ops-stack");
        add(body);
        DialogButtons.of(this, getTranslation("roles.save"), this::save);
    }

    private void save() {
        fields.clear();
        if (Attempt.of(() -> saved.accept(sent()), fields::show)) {
            close();
            Notice.done(getTranslation("groups.saved", name.getValue()));
        }
    }

    private GroupDetails sent() {
        return group == null
                ? groups.add(new AddGroup(code.getValue(), name.getValue(), roles.getValue(), null))
                : groups.edit(
                        group.code(), new EditGroup(group.version(), name.getValue(), roles.getValue(), null, null));
    }
}
