package io.opsflow.tickets;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Which tickets the acting person may see: the one rule behind lists, details, comments, log, process and inbox. */
@Component
class TicketVisibility {

    private final TicketRepository tickets;
    private final TicketLogRepository log;
    private final TicketFlow flow;

    TicketVisibility(TicketRepository tickets, TicketLogRepository log, TicketFlow flow) {
        this.tickets = tickets;
        this.log = log;
        this.flow = flow;
    }

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

    /**
     * One ticket, if it is visible. Beside those whom lists show it to, these may read it: who has a task of it, whom a
     * diagram may offer it to whatever their role sees, and who has completed one.
     */
    Optional<Ticket> find(TicketKey key) {
        return tickets.findOne(toActor().and((ticket, query, is) -> is.equal(ticket.get("id"), key.number())))
                .or(() -> tickets.findById(key.number()).filter(this::isTouched));
    }

    private boolean isTouched(Ticket ticket) {
        return !flow.next(ticket.key()).actions().isEmpty()
                || log.existsByTicketIdAndActor(ticket.id(), Actor.current().name());
    }
}
