package io.opsflow.accounts;

import io.opsflow.audit.SignedInBy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * What is known of a call with a token, carried by the authentication.
 *
 * @param family  the sign-in to which an access token belongs; null for a personal token
 * @param address where the call came from
 */
record TokenDetails(@Nullable String family, String address) implements SignedInBy {

    @Override
    public String means() {
        return "tokens:" + family;
    }

    /** By which sign-in somebody calls; none for a call without an access token. */
    static Optional<String> family(@Nullable Authentication person) {
        return person != null && person.getDetails() instanceof TokenDetails details
                ? Optional.ofNullable(details.family())
                : Optional.empty();
    }
}
