package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts when nobody is signed in: steps and job threads run as the system, which may do everything. */
public final class SystemIdentity {

    private static final List<GrantedAuthority> EVERYTHING =
            AuthorityUtils.createAuthorityList(Permissions.all().toArray(String[]::new));

    private SystemIdentity() {}

    /** Runs the work as the system; inside somebody's click that person is kept as "on behalf of". */
    public static void during(Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        var system = UsernamePasswordAuthenticationToken.authenticated(Actor.SYSTEM, null, EVERYTHING);
        if (Actor.isSignedIn()) {
            Actor caller = Actor.current();
            String person = caller.isSystem() ? caller.onBehalfOf() : caller.name();
            if (person != null) {
                system.setDetails(new Actor.OnBehalfOf(person));
            }
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(system);
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Runs the work as whoever is signed in, and as the system where nobody is: in a job thread. */
    static void unlessSignedIn(Runnable work) {
        if (Actor.isSignedIn()) {
            work.run();
        } else {
            during(work);
        }
    }
}
