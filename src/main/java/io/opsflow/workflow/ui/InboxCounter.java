package io.opsflow.workflow.ui;

import io.opsflow.design.MenuCounter;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Inbox;
import org.springframework.stereotype.Component;

/** The number of one's own tasks, behind the inbox's entry in the menu. */
@Component
class InboxCounter implements MenuCounter {

    private final Inbox inbox;

    InboxCounter(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public String path() {
        return InboxRoutes.INBOX;
    }

    @Override
    public long count() {
        return Actor.may(Permissions.INBOX_VIEW) ? inbox.counts().mine() : 0;
    }
}
