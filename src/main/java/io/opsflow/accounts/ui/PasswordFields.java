package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import io.opsflow.accounts.ChangePassword;
import io.opsflow.accounts.MyPassword;
import io.opsflow.design.Attempt;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** The old password, and the new one twice. */
class PasswordFields extends Composite<Div> {

    private final MyPassword mine;
    private final Texts texts;
    private final PasswordField old = field("accounts.password.old", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField chosen = field("accounts.password.new", Autocomplete.NEW_PASSWORD);
    private final PasswordField again = field("accounts.password.again", Autocomplete.NEW_PASSWORD);

    PasswordFields(MyPassword mine, Texts texts) {
        this.mine = mine;
        this.texts = texts;
        chosen.setHelperText(getTranslation("accounts.password.rules"));
        old.setAutofocus(true);
        getContent().addClassName("ops-stack");
        getContent().add(old, chosen, again);
    }

    /** Changes it, or says at the fields why not. */
    boolean change() {
        List.of(old, chosen, again).forEach(field -> field.setInvalid(false));
        if (!chosen.getValue().equals(again.getValue())) {
            refuse(again, getTranslation("accounts.password.differs"));
            return false;
        }
        return Attempt.of(() -> mine.change(new ChangePassword(old.getValue(), chosen.getValue())), this::show);
    }

    private void show(List<FieldError> errors) {
        errors.stream()
                .collect(Collectors.groupingBy(error -> error.field().equals("old_password") ? old : chosen))
                .forEach((field, reasons) -> refuse(
                        field,
                        reasons.stream()
                                .map(error -> texts.of(getLocale(), error))
                                .collect(Collectors.joining(" "))));
    }

    private static void refuse(PasswordField field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
    }

    private PasswordField field(String label, Autocomplete autocomplete) {
        PasswordField field = new PasswordField();
        field.setLabel(getTranslation(label));
        field.setAutocomplete(autocomplete);
        field.setRevealButtonVisible(false);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
