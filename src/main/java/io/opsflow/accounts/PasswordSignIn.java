package io.opsflow.accounts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.TransactionException;

/**
 * Lets in whoever knows a name and its password. Everybody else gets the same answer after the same time, whether nobody
 * has the name, the password is wrong or the account is closed.
 */
class PasswordSignIn implements AuthenticationProvider {

    private final AppUserRepository users;
    private final PasswordEncoder passwords;
    private final VerifiedPasswords verified;

    /** @param verified what need not be computed again; one that remembers nothing for people at a sign-in page */
    PasswordSignIn(AppUserRepository users, PasswordEncoder passwords, VerifiedPasswords verified) {
        this.users = users;
        this.passwords = passwords;
        this.verified = verified;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() instanceof String text ? text : "";
        Optional<AppUser> user = find(attempt.getName());
        if (user.isEmpty()) {
            // As long as for somebody who exists.
            passwords.matches(password, Passwords.DECOY);
            throw refused();
        }
        if (!matches(user.get(), password) || !user.get().isActive()) {
            throw refused();
        }
        return signedIn(user.get(), attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Somebody who is let in, with the permissions of all roles. */
    static Authentication signedIn(AppUser user, @Nullable Object details) {
        String[] permissions = user.roles().stream()
                .flatMap(role -> role.permissions().stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        var principal = new User(user.username(), "", AuthorityUtils.createAuthorityList(permissions));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(details);
        return signedIn;
    }

    private Optional<AppUser> find(String typed) {
        try {
            return Username.normalised(typed).flatMap(users::withPermissions);
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    private boolean matches(AppUser user, String password) {
        if (verified.knows(user.username(), user.passwordHash(), password)) {
            return true;
        }
        boolean matches = passwords.matches(password, user.passwordHash());
        if (matches) {
            verified.remember(user.username(), user.passwordHash(), password);
        }
        return matches;
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("wrong name or password");
    }
}
