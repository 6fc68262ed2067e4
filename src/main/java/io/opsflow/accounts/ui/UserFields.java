package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.AddAccount;
import io.opsflow.accounts.EditAccount;
import io.opsflow.accounts.GroupName;
import io.opsflow.accounts.RoleName;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an administrator fills in about somebody, each field with its own error. */
final class UserFields extends Composite<Div> {

    private final TextField username = field("accounts.username", true);
    private final TextField realName = field("accounts.real-name", true);
    private final TextField email = field("accounts.email", false);
    private final TextField phone = field("accounts.phone", false);
    private final TextField department = field("accounts.department", false);
    private final MultiSelectComboBox<String> roles = choice("accounts.roles");
    private final MultiSelectComboBox<String> groups = choice("accounts.groups");
    private final TextField password = field("accounts.password", true);
    private final RefusedFields refused;

    /** For somebody new; passwords are proposed on demand. */
    UserFields(Map<String, String> roleNames, Map<String, String> groupNames, Texts texts, Supplier<String> proposal) {
        this(roleNames, groupNames, texts);
        username.setHelperText(getTranslation("users.username.hint"));
        username.setAutofocus(true);
        password.setHelperText(getTranslation("users.password.hint"));
        Button propose =
                new Button(getTranslation("users.password.propose"), click -> password.setValue(proposal.get()));
        propose.addThemeNames("small", "tertiary");
        password.setSuffixComponent(propose);
        password.getElement().setAttribute("autocomplete", "off");
        getContent().addComponentAsFirst(username);
        getContent().add(password);
    }

    UserFields(Map<String, String> roleNames, Map<String, String> groupNames, Texts texts, AccountDetails user) {
        this(roleNames, groupNames, texts);
        realName.setAutofocus(true);
        show(user);
    }

    private UserFields(Map<String, String> roleNames, Map<String, String> groupNames, Texts texts) {
        roles.setItems(roleNames.keySet());
        roles.setItemLabelGenerator(code -> roleNames.getOrDefault(code, code));
        groups.setItems(groupNames.keySet());
        groups.setItemLabelGenerator(code -> groupNames.getOrDefault(code, code));
        Map<String, HasValidation> byName = new LinkedHashMap<>();
        byName.put("username", username);
        byName.put("real_name", realName);
        byName.put("email", email);
        byName.put("phone", phone);
        byName.put("department", department);
        byName.put("roles", roles);
        byName.put("groups", groups);
        byName.put("password", password);
        refused = new RefusedFields(texts, byName);
        getContent().addClassName("user-fields");
        getContent().add(realName, email, phone, department, roles, groups);
    }

    void show(AccountDetails user) {
        realName.setValue(user.realName());
        email.setValue(text(user.email()));
        phone.setValue(text(user.phone()));
        department.setValue(text(user.department()));
        roles.setValue(user.roles().stream().map(RoleName::code).collect(Collectors.toSet()));
        groups.setValue(user.groups().stream().map(GroupName::code).collect(Collectors.toSet()));
    }

    AddAccount added() {
        refused.clear();
        return new AddAccount(
                username.getValue(),
                realName.getValue(),
                email.getValue(),
                phone.getValue(),
                department.getValue(),
                roles.getValue(),
                groups.getValue(),
                password.getValue(),
                null);
    }

    EditAccount edited(int version) {
        refused.clear();
        return new EditAccount(
                version,
                realName.getValue(),
                email.getValue(),
                phone.getValue(),
                department.getValue(),
                roles.getValue(),
                groups.getValue(),
                null);
    }

    void refuse(List<FieldError> errors) {
        refused.show(errors);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private TextField field(String label, boolean required) {
        TextField field = new TextField();
        field.setLabel(getTranslation(label));
        field.setRequiredIndicatorVisible(required);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }

    private MultiSelectComboBox<String> choice(String label) {
        MultiSelectComboBox<String> choice = new MultiSelectComboBox<>();
        choice.setLabel(getTranslation(label));
        choice.setManualValidation(true);
        choice.setWidthFull();
        return choice;
    }
}
