package io.opsflow.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.opsflow.accounts.Registration;

/** Says that registration is closed, and whom to ask. */
@Route(value = RegisterView.PATH, autoLayout = false)
@AnonymousAllowed
class RegisterView extends FrontPage {

    static final String PATH = "register";

    RegisterView(Registration registration) {
        super("accounts.register.title");
        content(
                new Paragraph(getTranslation("accounts.register.closed")),
                new Paragraph(registration
                        .contact()
                        .map(contact -> getTranslation("accounts.register.contact", contact))
                        .orElseGet(() -> getTranslation("accounts.register.no-contact"))));
        ways(
                new Anchor(LoginView.PATH, getTranslation("accounts.register.have-account")),
                new Anchor("", getTranslation("accounts.login.start")));
    }
}
