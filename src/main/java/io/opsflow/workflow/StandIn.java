package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.kernel.Actor;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the acting person does for absent colleagues: their tasks, one at a time, with what they may do for as long as that
 * one call takes, under the acting person's own name. Absent people's own colleagues do not come along.
 */
@Component("standIn")
class StandIn {

    private final StandIns delegations;
    private final Staff staff;

    StandIn(StandIns delegations, Staff staff) {
        this.delegations = delegations;
        this.staff = staff;
    }

    /** Whose tasks the acting person does now; nobody's with a token that may do less than the person. */
    List<String> absent() {
        if (!Actor.isSignedIn() || !isWholePerson(Actor.current())) {
            return List.of();
        }
        List<String> absent = delegations.absentFor(Actor.current().name());
        return absent.isEmpty() || mayEverything(Actor.current().name()) ? absent : List.of();
    }

    /** Whether one of them may do something that a task could ask for: front doors let through whoever is lent it. */
    public boolean lends(String permission) {
        return absent().stream().anyMatch(one -> staff.permissionsOf(one).contains(permission));
    }

    /** Does the work in an absent person's place. */
    void inPlaceOf(String absent, Runnable work) {
        Actor actor = Actor.current();
        if (!delegations.standsInFor(actor.name(), absent)) {
            throw new AccessDeniedException(absent + "'s tasks are no longer " + actor.name() + "'s");
        }
        Set<String> permissions = staff.permissionsOf(absent);
        var lent = UsernamePasswordAuthenticationToken.authenticated(
                actor.name(), null, AuthorityUtils.createAuthorityList(permissions.toArray(String[]::new)));
        lent.setDetails(new Actor.OnBehalfOf(absent));
        AuditTrail.onBehalfOf(absent);
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(lent);
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static boolean isWholePerson(Actor actor) {
        return !actor.isSystem() && actor.onBehalfOf() == null;
    }

    private boolean mayEverything(String username) {
        return staff.permissionsOf(username).stream().allMatch(Actor::may);
    }
}
