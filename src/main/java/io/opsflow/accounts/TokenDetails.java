package io.opsflow.accounts;

import io.opsflow.audit.SignedInBy;
import io.opsflow.audit.Way;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What is known of a call with a token, carried by the authentication.
 *
 * @param kind     what kind of token
 * @param id       of the sign-in to which an access token belongs, or of a personal token
 * @param readOnly whether nothing can be changed with it
 * @param address  where the call came from
 */
record TokenDetails(Kind kind, String id, boolean readOnly, String address) implements SignedInBy {

    enum Kind {
        ACCESS,
        PERSONAL
    }

    @Override
    public String means() {
        return (kind == Kind.ACCESS ? "tokens:" : "token:") + id;
    }

    /** By which token somebody calls, if by any. */
    static Optional<TokenDetails> of(@Nullable Authentication person) {
        return person != null && person.getDetails() instanceof TokenDetails details
                ? Optional.of(details)
                : Optional.empty();
    }

    /** By which sign-in the present call comes; none for a call without an access token. */
    static Optional<String> family() {
        return current().filter(details -> details.kind() == Kind.ACCESS).map(TokenDetails::id);
    }

    /** Whether the present call comes with a personal token. */
    static boolean isPersonal() {
        return current().filter(details -> details.kind() == Kind.PERSONAL).isPresent();
    }

    /** By which token the present call comes, if by any. */
    static Optional<TokenDetails> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    @Override
    public Way way() {
        return Way.API;
    }
}
