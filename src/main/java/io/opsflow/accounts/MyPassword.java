package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.Validation;
import java.util.List;
import java.util.Objects;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The password of whoever is signed in. */
@Service
@PreAuthorize("isAuthenticated()")
public class MyPassword {

    private final AppUserRepository users;
    private final PasswordEncoder passwords;
    private final SignInBrake brake;
    private final SessionTable sessions;
    private final Directory directory;
    private final TokenFamilies families;
    private final Validation validation;
    private final TransactionTemplate transaction;

    MyPassword(
            AppUserRepository users,
            PasswordEncoder passwords,
            SignInBrake brake,
            SessionTable sessions,
            Directory directory,
            TokenFamilies families,
            Validation validation,
            TransactionTemplate transaction) {
        this.users = users;
        this.passwords = passwords;
        this.brake = brake;
        this.sessions = sessions;
        this.directory = directory;
        this.families = families;
        this.validation = validation;
        this.transaction = transaction;
    }

    /**
     * Whether somebody else chose it, so that another must be chosen before anything else can be done.
     */
    public boolean mustChange() {
        return Actor.may(MustChange.AUTHORITY);
    }

    /**
     * From now on the new password counts. All other sessions of the person end, and all sign-ins by
     * programs; personal tokens, which show no password, stay.
     *
     * @throws InvalidInput    the old password is wrong, or the new one breaks a rule
     * @throws TooManyAttempts the old password was wrong too often
     */
    @Audited("user.change_password")
    public void change(ChangePassword request) {
        AuditTrail.object("user", Actor.current().name());
        validation.checked(request);
        Authentication me = SecurityContextHolder.getContext().getAuthentication();
        AppUser user = users.findByUsername(me.getName()).orElseThrow(() -> new NotFound(me.getName()));
        // Outside any transaction: what was counted must stay counted.
        if (!brake.attempt(me, () -> passwords.matches(request.oldPassword(), user.passwordHash()))) {
            throw new InvalidInput("old_password", "password-wrong");
        }
        List<FieldError> broken = request.newPassword().equals(request.oldPassword())
                ? List.of(new FieldError("new_password", "password-unchanged", List.of()))
                : PasswordRules.broken(
                        "new_password",
                        request.newPassword(),
                        user.username(),
                        user.realName(),
                        Objects.requireNonNullElse(user.email(), ""));
        if (!broken.isEmpty()) {
            throw new InvalidInput(broken);
        }
        String hash = passwords.encode(request.newPassword());
        transaction.executeWithoutResult(status -> {
            AppUser changed = unchanged(user);
            changed.choose(hash);
            AuditTrail.fact("must_change_password", user.mustChangePassword(), changed.mustChangePassword());
            AuditTrail.done();
            sessions.endAll(user.username(), SignInDetails.session(me).orElse(""));
            families.endAll(user.username());
            directory.changed();
            // The session's own context: from now on whoever had to change it may do what others may.
            SecurityContextHolder.getContext().setAuthentication(PasswordSignIn.signedIn(changed, me.getDetails()));
        });
    }

    /** Computing takes long: who was given another password meanwhile, or was closed out, has not shown the present one. */
    private AppUser unchanged(AppUser read) {
        return users.hold(read.id())
                .filter(now -> now.isActive() && now.passwordHash().equals(read.passwordHash()))
                .flatMap(now -> users.withPermissions(now.username()))
                .orElseThrow(() -> new InvalidInput("old_password", "password-wrong"));
    }
}
