package io.opsflow.tickets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an installation that is to be tried out with the tickets of years. They are closed, with their log; no process
 * was ever run for them, which would take hours.
 */
@Service
public class ManyTickets {

    private static final int AT_ONCE = 250;
    private static final String TITLE = "压力测试 Load test ";
    private static final List<TaskType> TYPES = List.of(TaskType.values());
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final Duration APART = Duration.ofMinutes(7);

    private final TicketRepository tickets;
    private final TicketLogRepository log;
    private final EntityManager entities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ManyTickets(
            TicketRepository tickets,
            TicketLogRepository log,
            EntityManager entities,
            TransactionTemplate transaction,
            Clock clock) {
        this.tickets = tickets;
        this.log = log;
        this.entities = entities;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds closed tickets until there are so many of them.
     *
     * @param requester who filed which, counted from 0
     * @return how many were added
     */
    @PreAuthorize("hasAuthority('accounts.manage')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @Audited("ticket.add_many")
    public int addUpTo(int wanted, IntFunction<String> requester) {
        int there = (int) tickets.count((ticket, query, is) -> is.like(ticket.get("title"), TITLE + "%"));
        Instant now = clock.instant();
        for (int first = there; first < wanted; first += AT_ONCE) {
            int from = first;
            int to = Math.min(wanted, first + AT_ONCE);
            transaction.executeWithoutResult(status -> {
                for (int number = from; number < to; number++) {
                    live(number, requester.apply(number), now.minus(APART.multipliedBy(number + 200L)));
                }
                entities.flush();
                entities.clear();
            });
        }
        int added = Math.max(0, wanted - there);
        AuditTrail.object("ticket", "*");
        AuditTrail.fact("tickets", there, there + added);
        return added;
    }

    private void live(int number, String requester, Instant filed) {
        OpenTicket request = new OpenTicket(
                TITLE + number,
                "第 " + number + " 个 / number " + number,
                TYPES.get(number % TYPES.size()),
                PRIORITIES.get(number % PRIORITIES.size()));
        Ticket ticket = tickets.save(new Ticket(request, requester, filed));
        Life life = new Life(ticket, filed);
        life.goesOn(TicketStatus.PENDING_REVIEW, requester, null, Answers.none());
        life.goesOn(
                TicketStatus.REVIEWED, "supervisor", "review", Answers.none().and("approved", true));
        life.goesOn(TicketStatus.ASSIGNED, "manager", "assign", Answers.none().and("assignee", "engineer"));
        life.goesOn(TicketStatus.IN_PROGRESS, "engineer", "start", Answers.none());
        life.goesOn(TicketStatus.COMPLETED, "engineer", "handle", Answers.none().and("comment", "done"));
        life.goesOn(TicketStatus.CONFIRMED, requester, "confirm", Answers.none().and("confirmed", true));
        life.goesOn(TicketStatus.CLOSED, Actor.SYSTEM, null, Answers.none());
    }

    /** The steps of one ticket, a quarter of an hour apart. */
    private final class Life {

        private final Ticket ticket;
        private Instant now;

        private Life(Ticket ticket, Instant filed) {
            this.ticket = ticket;
            this.now = filed;
        }

        private void goesOn(TicketStatus status, String actor, @Nullable String action, Answers answers) {
            Completion cause =
                    action == null ? null : new Completion(ticket.key().toString(), "", "", action, answers);
            log.save(ticket.enter(status, cause, new Actor(actor, null), now));
            now = now.plus(Duration.ofMinutes(15));
        }
    }
}
