package io.opsflow.workflow.ui;

import io.opsflow.design.HomeTile;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery.View;
import org.springframework.stereotype.Component;

/** How many tasks are offered to the roles and groups of the person. */
@Component
class ClaimableTile implements HomeTile {

    private final Inbox inbox;

    ClaimableTile(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String title() {
        return "workflow.home.claimable";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.INBOX_VIEW);
    }

    @Override
    public long count() {
        return inbox.counts().claimable();
    }

    @Override
    public String link() {
        return InboxRoutes.path(View.CLAIMABLE);
    }

    @Override
    public Tone tone() {
        return Tone.WAIT;
    }
}
