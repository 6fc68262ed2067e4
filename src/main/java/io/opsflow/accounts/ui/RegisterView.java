package io.opsflow.accounts.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.accounts.Register;
import io.opsflow.accounts.Registration;
import io.opsflow.accounts.RegistrationMode;
import io.opsflow.design.Attempt;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Where somebody gets an account, or is told whom to ask. */
@Route(value = RegisterView.PATH, autoLayout = false)
@AnonymousAllowed
class RegisterView extends FrontPage {

    static final String PATH = "register";

    private final Registration registration;
    private final Texts texts;
    private final TextField username = labelled(new TextField(), "accounts.username", Autocomplete.USERNAME);
    private final TextField realName = labelled(new TextField(), "accounts.real-name", Autocomplete.NAME);
    private final TextField email = labelled(new TextField(), "accounts.email", Autocomplete.EMAIL);
    private final TextField phone = labelled(new TextField(), "accounts.phone", Autocomplete.TEL);
    private final TextField department = labelled(new TextField(), "accounts.department", Autocomplete.ORGANIZATION);
    private final PasswordField password =
            labelled(new PasswordField(), "accounts.password", Autocomplete.NEW_PASSWORD);
    private final PasswordField again =
            labelled(new PasswordField(), "accounts.register.again", Autocomplete.NEW_PASSWORD);
    private final Button send = new Button("", click -> register());
    private final Map<String, HasValidation> fields = Map.of(
            "username", username,
            "real_name", realName,
            "email", email,
            "phone", phone,
            "department", department,
            "password", password,
            "again", again);

    RegisterView(Registration registration, Texts texts) {
        super("accounts.register.title");
        this.registration = registration;
        this.texts = texts;
        RegistrationMode mode = registration.mode();
        if (mode == RegistrationMode.CLOSED) {
            content(
                    new Paragraph(getTranslation("accounts.register.closed")),
                    new Paragraph(registration
                            .contact()
                            .map(contact -> getTranslation("accounts.register.contact", contact))
                            .orElseGet(() -> getTranslation("accounts.register.no-contact"))));
        } else {
            form(mode);
        }
        ways(
                new Anchor(LoginView.PATH, getTranslation("accounts.register.have-account")),
                new Anchor("", getTranslation("accounts.login.start")));
    }

    private void form(RegistrationMode mode) {
        username.setHelperText(getTranslation("accounts.register.username-rules"));
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setAutofocus(true);
        email.setAutocapitalize(Autocapitalize.NONE);
        email.getElement().setAttribute("inputmode", "email");
        password.setHelperText(getTranslation("accounts.password.rules"));
        password.setRevealButtonVisible(false);
        again.setRevealButtonVisible(false);
        List.of(username, realName, email, password, again).forEach(field -> field.setRequiredIndicatorVisible(true));
        send.setText(getTranslation("accounts.register.button"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER);
        send.setDisableOnClick(true);
        content(new Paragraph(getTranslation("accounts.register.intro." + mode)));
        content(username, realName, email, phone, department, password, again, send);
    }

    /** What was typed stays until it is accepted. */
    private void register() {
        fields.values().forEach(field -> field.setInvalid(false));
        AtomicBoolean added = new AtomicBoolean();
        boolean done = isTypedTwice() && Attempt.of(() -> added.set(send(request())), this::show);
        send.setEnabled(true);
        if (done) {
            String told = added.get() ? LoginView.REGISTERED : LoginView.REQUESTED;
            getUI().ifPresent(ui -> ui.getPage().setLocation(LoginView.PATH + "?" + told));
        }
    }

    private boolean send(Register request) {
        try {
            return registration.register(request, VaadinRequest.getCurrent().getRemoteAddr());
        } finally {
            send.setEnabled(true); // also when it is something else than a field
        }
    }

    private boolean isTypedTwice() {
        boolean same = password.getValue().equals(again.getValue());
        if (!same) {
            refuse(again, getTranslation("accounts.register.differs"));
        }
        return same;
    }

    private Register request() {
        return new Register(
                username.getValue(),
                realName.getValue(),
                email.getValue(),
                phone.getValue(),
                department.getValue(),
                password.getValue());
    }

    private void show(List<FieldError> errors) {
        errors.stream()
                .collect(Collectors.groupingBy(error -> fields.getOrDefault(error.field(), username)))
                .forEach((field, reasons) -> refuse(
                        field,
                        reasons.stream()
                                .map(error -> texts.of(getLocale(), error))
                                .collect(Collectors.joining(" "))));
    }

    private static void refuse(HasValidation field, String reason) {
        field.setErrorMessage(reason);
        field.setInvalid(true);
    }

    private <F extends TextFieldBase<F, String>> F labelled(F field, String label, Autocomplete autocomplete) {
        field.setLabel(getTranslation(label));
        field.setAutocomplete(autocomplete);
        field.setManualValidation(true);
        field.setWidthFull();
        return field;
    }
}
