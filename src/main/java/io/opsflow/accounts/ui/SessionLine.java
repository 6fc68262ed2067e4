package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.accounts.SessionDetails;
import io.opsflow.design.Ago;
import io.opsflow.design.Formats;

/** With what and from where somebody is signed in, since when, and when that was used last. */
final class SessionLine extends Composite<Div> {

    SessionLine(SessionDetails session) {
        Span facts = UserWords.dim(session.address() + " · "
                + getTranslation("accounts.sessions.since", Formats.dateTime(session.createdAt())));
        if (session.seenAt() != null) {
            facts.add(new Text(" · "), Ago.of(session.seenAt()));
        }
        getContent().add(new Div(device(session), facts));
        getContent().addClassName("ops-session");
    }

    private Span device(SessionDetails session) {
        if (session.userAgent() == null) {
            return new Span(getTranslation("accounts.sessions.program"));
        }
        Span device = new Span(Device.of(session.userAgent())
                .map(known -> known.browser() + " · " + known.system())
                .orElseGet(() -> getTranslation("accounts.sessions.unknown")));
        device.getElement().setAttribute("title", session.userAgent());
        return device;
    }
}
