package io.opsflow.accounts.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.opsflow.accounts.MyPassword;
import io.opsflow.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Wherever a page that is open already wants to go, {@link NewPasswordFirst} is not asked: who must choose a new password
 * first comes to that page from there as well.
 */
@Component
class NewPasswordOnly implements VaadinServiceInitListener {

    private final MyPassword password;

    NewPasswordOnly(MyPassword password) {
        this.password = password;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> page.getUI().addBeforeEnterListener(this::lead));
    }

    private void lead(BeforeEnterEvent enter) {
        if (Actor.isSignedIn() && password.mustChange() && enter.getNavigationTarget() != NewPasswordView.class) {
            enter.forwardTo(NewPasswordView.class);
        }
    }
}
