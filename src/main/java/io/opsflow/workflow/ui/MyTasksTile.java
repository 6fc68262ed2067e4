package io.opsflow.workflow.ui;

import io.opsflow.design.HomeTile;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Inbox;
import org.springframework.stereotype.Component;

/** How many tasks wait for nobody else. */
@Component
class MyTasksTile implements HomeTile {

    private final Inbox inbox;

    MyTasksTile(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String title() {
        return "workflow.home.mine";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.INBOX_VIEW);
    }

    @Override
    public long count() {
        return inbox.counts().mine();
    }

    @Override
    public String link() {
        return InboxRoutes.INBOX;
    }

    @Override
    public Tone tone() {
        return Tone.WAIT;
    }
}
