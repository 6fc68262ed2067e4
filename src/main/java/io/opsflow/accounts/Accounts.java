package io.opsflow.accounts;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.design.Preferences.Theme;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done with accounts, by whoever and from wherever. */
@Service
public class Accounts {

    private final AppUserRepository users;
    private final Directory directory;
    private final SignInBrake brake;

    Accounts(AppUserRepository users, Directory directory, SignInBrake brake) {
        this.users = users;
        this.directory = directory;
        this.brake = brake;
    }

    /**
     * One's own account.
     *
     * @throws NotFound whoever is signed in has no account, such as the system
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public AccountDetails me() {
        String name = Actor.current().name();
        return users.withMemberships(name).map(AccountDetails::of).orElseThrow(() -> new NotFound(name));
    }

    /**
     * From now on whoever is signed in sees the product like this.
     *
     * @throws InvalidInput the product does not speak the language
     */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    @Audited("user.prefer")
    public void prefer(Locale locale, ZoneId zone, Theme theme) {
        if (!Texts.LANGUAGES.contains(locale)) {
            throw new InvalidInput(
                    "locale",
                    "unknown-value",
                    Texts.LANGUAGES.stream().map(Locale::toLanguageTag).toList());
        }
        String name = Actor.current().name();
        AppUser user = users.findByUsername(name).orElseThrow(() -> new NotFound(name));
        user.prefer(locale, zone, theme);
        AuditTrail.object("user", name);
        AuditTrail.fact("preferences", null, List.of(locale.toLanguageTag(), zone.getId(), theme));
        directory.changed();
    }

    /**
     * After too many wrong passwords: the person need not wait any longer.
     *
     * @throws NotFound nobody has the name
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional
    @Audited("user.unlock")
    public void unlock(String username) {
        AppUser user =
                Username.normalised(username).flatMap(users::findByUsername).orElseThrow(() -> new NotFound(username));
        brake.unlock(user.username());
    }
}
