package io.opsflow.accounts;

import java.util.Optional;
import java.util.Set;
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
    private final SignInBrake brake;

    /** @param verified what need not be computed again; one that remembers nothing for people at a sign-in page */
    PasswordSignIn(AppUserRepository users, PasswordEncoder passwords, VerifiedPasswords verified, SignInBrake brake) {
        this.users = users;
        this.passwords = passwords;
        this.verified = verified;
        this.brake = brake;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() instanceof String text ? text : "";
        try {
            Optional<AppUser> user = Username.normalised(attempt.getName()).flatMap(users::withPermissions);
            if (user.filter(AppUser::isActive)
                    .filter(one -> knows(one, password))
                    .isPresent()) {
                brake.check(attempt);
            } else if (!brake.attempt(attempt, () -> isRight(user, password))) {
                throw new BadCredentialsException("wrong name or password");
            } else {
                user.ifPresent(one -> keepBetter(one, password));
            }
            return signedIn(user.orElseThrow(), attempt.getDetails());
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    /** Somebody who is let in, with the permissions of all roles; with none before a new password is chosen. */
    static Authentication signedIn(AppUser user, @Nullable Object details) {
        return signedIn(user.username(), user.permissions(), details);
    }

    /** Somebody who is in and may do this. */
    static Authentication signedIn(String username, Set<String> permissions, @Nullable Object details) {
        var principal = new User(username, "", AuthorityUtils.createAuthorityList(permissions));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(details);
        return signedIn;
    }

    /** Passwords that were kept when less was asked for are kept as it is done now. */
    private void keepBetter(AppUser user, String password) {
        if (passwords.upgradeEncoding(user.passwordHash()) && PasswordRules.fits(password)) {
            users.rehash(user.username(), user.passwordHash(), passwords.encode(password));
        }
    }

    /** Takes the same time whether nobody has the name, the password is wrong or the account is closed. */
    private boolean isRight(Optional<AppUser> user, String password) {
        boolean matches = user.map(one -> knows(one, password) || matches(one, password))
                .orElseGet(() -> passwords.matches(password, Passwords.DECOY) && user.isPresent());
        return matches && user.filter(AppUser::isActive).isPresent();
    }

    private boolean knows(AppUser user, String password) {
        return verified.knows(user.username(), user.passwordHash(), password);
    }

    private boolean matches(AppUser user, String password) {
        boolean matches = passwords.matches(password, user.passwordHash());
        if (matches) {
            verified.remember(user.username(), user.passwordHash(), password);
        }
        return matches;
    }
}
