package io.opsflow.accounts;

import io.opsflow.audit.SignedInBy;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What is known of a sign-in at the screens, carried by the authentication.
 *
 * @param session the id of the session
 * @param address where it came from
 */
record SignInDetails(String session, String address) implements SignedInBy, Serializable {

    @Override
    public String means() {
        return "session:" + session;
    }

    /** The session in which somebody is signed in; none for a call with a password. */
    static Optional<String> session(@Nullable Authentication person) {
        return person != null && person.getDetails() instanceof SignInDetails details
                ? Optional.of(details.session())
                : Optional.empty();
    }
}
