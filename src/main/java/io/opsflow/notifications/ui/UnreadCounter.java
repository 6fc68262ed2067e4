package io.opsflow.notifications.ui;

import io.opsflow.design.MenuCounter;
import io.opsflow.kernel.Actor;
import io.opsflow.notifications.MyNotifications;
import org.springframework.stereotype.Component;

/** How many messages are unread, beside one's own name. */
@Component
class UnreadCounter implements MenuCounter {

    private final MyNotifications mine;

    UnreadCounter(MyNotifications mine) {
        this.mine = mine;
    }

    @Override
    public String path() {
        return NotificationsView.PATH;
    }

    @Override
    public long count() {
        return Actor.isSignedIn() ? mine.unread() : 0;
    }
}
