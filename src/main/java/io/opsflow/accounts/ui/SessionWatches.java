package io.opsflow.accounts.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.opsflow.accounts.MySessions;
import io.opsflow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Puts the watch on every page of somebody who is signed in. */
@Component
class SessionWatches implements VaadinServiceInitListener {

    private final MySessions sessions;

    SessionWatches(MySessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> {
            if (Actor.isSignedIn()) {
                page.getUI().add(new SessionWatch(sessions));
            }
        });
    }
}
