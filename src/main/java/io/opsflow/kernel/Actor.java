package io.opsflow.kernel;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who acts in this thread: a person by name, or the system.
 *
 * @param name       a user's name, or {@link #SYSTEM}
 * @param onBehalfOf the person in whose click the system acts, or the absent person whose task somebody does, if any
 */
public record Actor(String name, @Nullable String onBehalfOf) {

    /** The name under which job threads and steps act. No user can have it: names begin with a letter or a digit. */
    public static final String SYSTEM = "#system";

    /**
     * The one who acts now.
     *
     * @throws AuthenticationCredentialsNotFoundException nobody is signed in
     */
    public static Actor current() {
        Authentication authentication = signedIn();
        if (authentication == null) {
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        }
        String person = authentication.getDetails() instanceof OnBehalfOf behalf ? behalf.name() : null;
        return new Actor(authentication.getName(), person);
    }

    /** Whether somebody acts in this thread. */
    public static boolean isSignedIn() {
        return signedIn() != null;
    }

    /** Whether the one who acts now has a permission. */
    public static boolean may(String permission) {
        Authentication authentication = signedIn();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(granted -> permission.equals(granted.getAuthority()));
    }

    /** Whether this is the system and not a person. */
    public boolean isSystem() {
        return SYSTEM.equals(name);
    }

    private static @Nullable Authentication signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || !authentication.isAuthenticated()
                        || authentication instanceof AnonymousAuthenticationToken
                ? null
                : authentication;
    }

    /**
     * Carried by the system's authentication inside somebody's click, and by that of whoever does an absent person's task.
     *
     * @param name that person's name
     */
    public record OnBehalfOf(String name) {}
}
