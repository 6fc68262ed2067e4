package io.opsflow.accounts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Name and password, sent by the browser itself and not through the page's own connection: password managers know what it
 * is, and the session begins anew when somebody signs in.
 */
@Tag("form")
class SignInForm extends HtmlContainer {

    private static final String SEND_ONCE =
            """
            let sent = false;
            // The part of an address that only the browser knows goes along to the page that one wanted.
            this.action += location.hash;
            const send = () => this.requestSubmit();
            this.addEventListener('submit', event => { if (sent) event.preventDefault(); sent = true; });
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && event.target.localName === 'input') send();
            });
            this.querySelector('vaadin-button[theme~="primary"]').addEventListener('click', send);
            window.addEventListener('pageshow', () => { sent = false; });
            """;

    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();

    SignInForm() {
        getElement().setAttribute("method", "post").setAttribute("action", LoginView.PATH);
        name.setLabel(getTranslation("accounts.username"));
        name.getElement().setProperty("name", "username");
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutocapitalize(Autocapitalize.NONE);
        name.setRequired(true);
        name.setAutofocus(true);
        password.setRevealButtonVisible(false);
        password.setLabel(getTranslation("accounts.password"));
        password.getElement().setProperty("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRequired(true);
        Button signIn = new Button(getTranslation("accounts.login.button"));
        signIn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(name, password, signIn);
        token().ifPresent(this::carry);
    }

    /** The name stands there already: only the password is asked. */
    void name(String typed) {
        name.setValue(typed);
        name.setAutofocus(false);
        password.setAutofocus(true);
    }

    /** Both stand there. */
    void fill(String username, String secret) {
        name.setValue(username);
        password.setValue(secret);
    }

    /** Only a form that this session was shown signs in. */
    private static Optional<CsrfToken> token() {
        return VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? Optional.of(token)
                : Optional.empty();
    }

    private void carry(CsrfToken token) {
        Input hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", token.getParameterName()).setAttribute("value", token.getToken());
        add(hidden);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs(SEND_ONCE);
    }
}
