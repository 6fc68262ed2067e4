package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.opsflow.accounts.MyPassword;
import io.opsflow.kernel.Texts;
import jakarta.annotation.security.PermitAll;

/** Where somebody chooses a password whose present one somebody else chose; nothing else can be done before. */
@Route(value = NewPasswordView.PATH, autoLayout = false)
@PermitAll
class NewPasswordView extends FrontPage implements BeforeEnterObserver {

    static final String PATH = "new-password";

    private final MyPassword mine;
    private final PasswordFields fields;

    NewPasswordView(MyPassword mine, AuthenticationContext authentication, Texts texts) {
        super("accounts.new-password.title");
        this.mine = mine;
        fields = new PasswordFields(mine, texts);
        Button change = new Button(getTranslation("accounts.new-password.button"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        change.addClickShortcut(Key.ENTER);
        Button out = new Button(getTranslation("accounts.new-password.sign-out"), click -> authentication.logout());
        out.addThemeNames("tertiary");
        content(new Paragraph(getTranslation("accounts.new-password.intro")), fields, change);
        ways(out);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!mine.mustChange()) {
            event.forwardTo("home");
        }
    }

    /** Loaded anew: the frame shows what the person may do, which was nothing until now. */
    private void change() {
        if (fields.change()) {
            getUI().ifPresent(ui -> ui.getPage().setLocation("home"));
        }
    }
}
