package io.opsflow.accounts;

import java.util.Optional;
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
        String hash = user.map(AppUser::passwordHash).orElse(Passwords.DECOY);
        if (!matches(user, password, hash) || !user.map(AppUser::isActive).orElse(false)) {
            throw new BadCredentialsException("wrong name or password");
        }
        return signedIn(user.get(), attempt);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Optional<AppUser> find(String typed) {
        try {
            return Username.normalised(typed).flatMap(users::withPermissions);
        } catch (DataAccessException | TransactionException e) {
            throw new InternalAuthenticationServiceException("accounts cannot be read", e);
        }
    }

    private boolean matches(Optional<AppUser> user, String password, String hash) {
        String username = user.map(AppUser::username).orElse("");
        if (verified.knows(username, hash, password)) {
            return true;
        }
        boolean matches = passwords.matches(password, hash) && user.isPresent();
        if (matches) {
            verified.remember(username, hash, password);
        }
        return matches;
    }

    private static Authentication signedIn(AppUser user, Authentication attempt) {
        String[] permissions = user.roles().stream()
                .flatMap(role -> role.permissions().stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
        var principal = new User(user.username(), "", AuthorityUtils.createAuthorityList(permissions));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }
}
