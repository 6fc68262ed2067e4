package io.opsflow.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in, and who may take it as roles are now.
 *
 * @param kind       what it is
 * @param name       {@code Tickets.open}, {@code POST /api/v1/tickets} or {@code /tickets/new}
 * @param needs      the condition as the program has it, or the front doors behind it
 * @param everybody  whether nobody needs to be signed in
 * @param signedIn   whether whoever is signed in may, without any permission
 * @param roles      the codes of the roles that may take it
 * @param undecided  whether nothing is asked at all: then it is no front door, or a mistake
 */
public record AccessPoint(
        Kind kind,
        String name,
        @Nullable String needs,
        boolean everybody,
        boolean signedIn,
        List<String> roles,
        boolean undecided) {

    /** Ways in. */
    public enum Kind {
        SCREEN,
        ENDPOINT,
        DOOR
    }

    public AccessPoint {
        roles = List.copyOf(roles);
    }
}
