package io.opsflow.accounts.ui;

import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The name that somebody just tried to sign in with, kept until the page shows it again: in the session, in no address. */
final class LastAttempt {

    private static final String NAME = LastAttempt.class.getName();
    private static final String REASON = NAME + ".reason";
    private static final int LONGEST = 64;

    private LastAttempt() {}

    static void keep(HttpServletRequest request) {
        String name = request.getParameter("username");
        if (name != null) {
            request.getSession().setAttribute(NAME, name.substring(0, Math.min(name.length(), LONGEST)));
        }
    }

    /** What only the owner of name and password is told. */
    static void keepReason(HttpServletRequest request, String reason) {
        request.getSession().setAttribute(REASON, reason);
    }

    static Optional<String> takeReason(WrappedSession session) {
        Object reason = session.getAttribute(REASON);
        session.removeAttribute(REASON);
        return reason instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    static Optional<String> take(WrappedSession session) {
        Object name = session.getAttribute(NAME);
        session.removeAttribute(NAME);
        return name instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
