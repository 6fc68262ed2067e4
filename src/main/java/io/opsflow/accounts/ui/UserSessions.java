package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.SessionDetails;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import java.util.List;

/** Where somebody is signed in at pages. */
final class UserSessions extends Composite<Card> {

    UserSessions(Accounts accounts, AccountDetails user) {
        List<SessionDetails> sessions = accounts.sessions(user.id());
        sessions.forEach(session -> getContent().add(line(session)));
        if (sessions.isEmpty()) {
            getContent().add(UserWords.dim(getTranslation("users.no-sessions")));
        }
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("users.sessions"));
    }

    private Div line(SessionDetails session) {
        Span device = new Span(Device.of(session.userAgent())
                .map(known -> known.browser() + " · " + known.system())
                .orElseGet(() -> getTranslation("accounts.sessions.unknown")));
        device.getElement().setAttribute("title", session.userAgent());
        Span facts = new Span(
                new Span(session.address() + " · "
                        + getTranslation("accounts.sessions.since", Formats.dateTime(session.createdAt())) + " · "),
                Ago.of(session.seenAt()));
        facts.addClassName("ops-dim");
        Div line = new Div(new Div(device, facts));
        line.addClassName("ops-session");
        return line;
    }
}
