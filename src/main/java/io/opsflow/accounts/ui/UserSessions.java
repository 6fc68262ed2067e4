package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.SessionDetails;
import io.opsflow.design.Card;
import io.opsflow.kernel.Paging;
import java.util.List;

/** Where somebody is signed in, at pages and by programs. */
final class UserSessions extends Composite<Card> {

    UserSessions(Accounts accounts, AccountDetails user) {
        List<SessionDetails> sessions =
                accounts.sessions(user.id(), Paging.first(Paging.MAX_SIZE)).items();
        sessions.forEach(session -> getContent().add(new SessionLine(session)));
        if (sessions.isEmpty()) {
            getContent().add(UserWords.dim(getTranslation("users.no-sessions")));
        }
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("users.sessions"));
    }
}
