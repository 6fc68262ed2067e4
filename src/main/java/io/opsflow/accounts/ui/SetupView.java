package io.opsflow.accounts.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.accounts.AddAdministrator;
import io.opsflow.accounts.FirstAdministrator;
import io.opsflow.design.Attempt;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.Map;

/** Adds the first administrator of a new installation, with the code from the log. */
@Route(value = SetupView.PATH, autoLayout = false)
@AnonymousAllowed
class SetupView extends FrontPage implements BeforeEnterObserver {

    static final String PATH = "setup";

    private final FirstAdministrator firstAdministrator;
    private final Texts texts;
    private final TextField code = new TextField();
    private final TextField username = new TextField();
    private final TextField realName = new TextField();
    private final PasswordField password = new PasswordField();
    private final Button add = new Button("", click -> add());
    private final Map<String, HasValidation> fields =
            Map.of("code", code, "username", username, "real_name", realName, "password", password);

    SetupView(FirstAdministrator firstAdministrator, Texts texts) {
        super("accounts.setup.title");
        this.firstAdministrator = firstAdministrator;
        this.texts = texts;
        code.setLabel(getTranslation("accounts.setup.code"));
        code.setAutofocus(true);
        code.setAutocomplete(Autocomplete.OFF);
        username.setLabel(getTranslation("accounts.username"));
        username.setAutocomplete(Autocomplete.USERNAME);
        realName.setLabel(getTranslation("accounts.real-name"));
        realName.setAutocomplete(Autocomplete.NAME);
        password.setRevealButtonVisible(false);
        password.setLabel(getTranslation("accounts.password"));
        password.setHelperText(getTranslation("accounts.password.rules"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        add.setText(getTranslation("accounts.setup.button"));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add.addClickShortcut(Key.ENTER);
        add.setDisableOnClick(true);
        content(new Paragraph(getTranslation("accounts.setup.intro")), code, username, realName, password, add);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdministrator.isAwaited()) {
            event.forwardTo(LoginView.class);
        }
    }

    private void add() {
        fields.values().forEach(field -> field.setInvalid(false));
        boolean added = Attempt.of(
                () -> firstAdministrator.add(new AddAdministrator(
                        code.getValue(), username.getValue(), realName.getValue(), password.getValue())),
                this::show);
        add.setEnabled(true);
        if (added) {
            getUI().ifPresent(ui -> ui.getPage().setLocation(LoginView.PATH + "?" + LoginView.ADDED));
        }
    }

    private void show(List<FieldError> errors) {
        for (FieldError error : errors) {
            HasValidation field = fields.getOrDefault(error.field(), code);
            field.setErrorMessage(texts.of(getLocale(), error));
            field.setInvalid(true);
        }
    }
}
