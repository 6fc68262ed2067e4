package io.opsflow.cli;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts at the command line: the system, for the account of the operating system that runs the command. Whoever may run
 * it can read the database's password, too, so it asks for no other.
 *
 * @param account that account, spelled like no person's name
 */
record Operator(String account) {

    /** The account that runs this process. */
    static Operator ofProcess() {
        return new Operator("os:" + System.getProperty("user.name", "?"));
    }

    <T> T calls(Supplier<T> work) {
        var system = UsernamePasswordAuthenticationToken.authenticated(
                Actor.SYSTEM,
                null,
                AuthorityUtils.createAuthorityList(Permissions.all().toArray(String[]::new)));
        system.setDetails(new Actor.OnBehalfOf(account));
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(system);
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
