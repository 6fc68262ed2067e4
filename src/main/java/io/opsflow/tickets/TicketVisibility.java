package io.opsflow.tickets;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;

/** Which tickets the acting person may see: the one rule behind lists, details, comments, log, process and inbox. */
final class TicketVisibility {

    private TicketVisibility() {}

    /** Requesters see their own, engineers what they were assigned, project managers what passed its review. */
    static Specification<Ticket> toActor() {
        return (ticket, query, is) -> {
            if (Actor.may(Permissions.TICKETS_VIEW_ALL)) {
                return is.conjunction();
            }
            String me = Actor.current().name();
            List<Predicate> ways = new ArrayList<>();
            if (Actor.may(Permissions.TICKETS_CREATE)) {
                ways.add(is.equal(ticket.get("creator"), me));
            }
            if (Actor.may(Permissions.TICKETS_VIEW_APPROVED)) {
                ways.add(is.isTrue(ticket.get("approved")));
            }
            if (Actor.may(Permissions.TICKETS_HANDLE)) {
                ways.add(is.equal(ticket.get("assignee"), me));
            }
            return is.or(ways.toArray(Predicate[]::new));
        };
    }

    /** One ticket, if it is visible. */
    static Specification<Ticket> toActor(TicketKey key) {
        return toActor().and((ticket, query, is) -> is.equal(ticket.get("id"), key.number()));
    }
}
