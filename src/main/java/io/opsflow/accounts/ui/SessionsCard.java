package io.opsflow.accounts.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import io.opsflow.accounts.MySessions;
import io.opsflow.accounts.SessionDetails;
import io.opsflow.design.Card;
import io.opsflow.design.Chip;
import io.opsflow.design.Notice;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Paging;
import java.util.List;

/** Where I am signed in, and the way to end it there. */
class SessionsCard extends Composite<Card> {

    private final MySessions sessions;

    SessionsCard(MySessions sessions) {
        this.sessions = sessions;
        show();
    }

    @Override
    protected Card initContent() {
        return new Card(getTranslation("accounts.sessions"));
    }

    /** Shows them as they are now. */
    void show() {
        getContent().removeAll();
        List<SessionDetails> mine = sessions.mine(Paging.first(Paging.MAX_SIZE)).items();
        mine.forEach(session -> getContent().add(line(session)));
        if (mine.stream().anyMatch(session -> !session.current())) {
            Button others = new Button(getTranslation("accounts.sessions.end-others"), click -> endOthers());
            others.addThemeNames("tertiary", "error");
            getContent().add(others);
        }
    }

    private SessionLine line(SessionDetails session) {
        SessionLine line = new SessionLine(session);
        if (session.current()) {
            line.getContent().add(Chip.of(getTranslation("accounts.sessions.current"), Tone.GOOD));
        } else {
            Button end = new Button(getTranslation("accounts.sessions.end"), click -> end(session.id()));
            end.addThemeNames("small");
            line.getContent().add(end);
        }
        return line;
    }

    private void end(String id) {
        try {
            sessions.end(id);
            Notice.done(getTranslation("accounts.sessions.ended"));
        } finally {
            show(); // also when it had ended already
        }
    }

    private void endOthers() {
        sessions.endOthers();
        Notice.done(getTranslation("accounts.sessions.ended"));
        show();
    }
}
