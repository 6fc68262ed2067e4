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
    private final ApplicantRepository applicants;
    private final PasswordEncoder passwords;
    private final VerifiedPasswords verified;
    private final SignInBrake brake;

    /** @param verified what need not be computed again; one that remembers nothing for people at a sign-in page */
    PasswordSignIn(
            AppUserRepository users,
            ApplicantRepository applicants,
            PasswordEncoder passwords,
            VerifiedPasswords verified,
            SignInBrake brake) {
        this.users = users;
        this.applicants = applicants;
        this.passwords = passwords;
        this.verified = verified;
        this.brake = brake;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() instanceof String text ? text : "";
        try {
            Optional<String> name = Username.normalised(attempt.getName());
            Optional<AppUser> user = name.flatMap(users::withPermissions);
            if (user.filter(AppUser::isActive)
                    .filter(one -> knows(one, password))
                    .isPresent()) {
                brake.check(attempt);
                return signedIn(user.orElseThrow(), attempt.getDetails());
            }
            Optional<Applicant> applicant = name.flatMap(applicants::findFirstByUsernameOrderByIdDesc)
                    .filter(one -> one.passwordHash() != null);
            if (!brake.attempt(attempt, () -> isRight(user, applicant, password))) {
                throw new BadCredentialsException("wrong name or password");
            }
            AppUser person = user.orElseThrow(() -> applicant.orElseThrow().refusal());
            keepBetter(person, password);
            return signedIn(person, attempt.getDetails());
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
    private boolean isRight(Optional<AppUser> user, Optional<Applicant> applicant, String password) {
        if (user.isEmpty()) {
            String hash = applicant.map(Applicant::passwordHash).orElse(Passwords.DECOY);
            return passwords.matches(password, hash) && applicant.isPresent();
        }
        AppUser one = user.get();
        return (knows(one, password) || matches(one, password)) && one.isActive();
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
