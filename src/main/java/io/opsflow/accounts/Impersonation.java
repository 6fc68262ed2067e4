package io.opsflow.accounts;

import io.opsflow.kernel.NotFound;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acts as a person without that person's password: the demo's past has to be made by somebody, and tests ask what a
 * user may do. No way into the product leads here.
 */
@Component
public class Impersonation {

    private final AppUserRepository users;

    Impersonation(AppUserRepository users) {
        this.users = users;
    }

    /**
     * Who the person is to Spring Security, with the permissions that the person has now.
     *
     * @throws NotFound nobody has the name
     */
    @Transactional(readOnly = true)
    public Authentication of(String username) {
        return Username.normalised(username)
                .flatMap(users::withPermissions)
                .map(user -> PasswordSignIn.signedIn(user, null))
                .orElseThrow(() -> new NotFound(username));
    }

    /** Does the work as the person. */
    public static void during(Authentication person, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person);
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
