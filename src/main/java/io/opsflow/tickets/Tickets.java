package io.opsflow.tickets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.ActionNotOpen;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done with tickets, by whoever and from wherever. */
@Service
public class Tickets {

    private final TicketRepository tickets;
    private final TicketVisibility visibility;
    private final TicketSearch search;
    private final TicketLogRepository log;
    private final TicketComments comments;
    private final TicketFlow flow;
    private final People people;
    private final Validation validation;
    private final Clock clock;

    Tickets(
            TicketRepository tickets,
            TicketVisibility visibility,
            TicketSearch search,
            TicketLogRepository log,
            TicketComments comments,
            TicketFlow flow,
            People people,
            Validation validation,
            Clock clock) {
        this.tickets = tickets;
        this.visibility = visibility;
        this.search = search;
        this.log = log;
        this.comments = comments;
        this.flow = flow;
        this.people = people;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Files a ticket; it waits for its review then.
     *
     * @throws io.opsflow.kernel.InvalidInput something about it is missing or too long
     */
    @PreAuthorize("hasAuthority('tickets.create')")
    @Transactional
    @Audited("ticket.open")
    public TicketDetails open(OpenTicket request) {
        validation.checked(request);
        Ticket ticket = tickets.save(new Ticket(request, Actor.current().name(), clock.instant()));
        AuditTrail.changed("ticket", ticket.key(), null, ticket.facts());
        flow.start(ticket.key(), ticket.creator(), ticket.priority());
        return changed(ticket);
    }

    /** The tickets that the caller may see and that a filter lets through, page by page. */
    @PreAuthorize("hasAuthority('tickets.view')")
    @Transactional(readOnly = true)
    public PageOf<TicketSummary> search(TicketFilter filter, Paging paging) {
        return search.page(filter, paging);
    }

    /**
     * One ticket. The inbox alone is enough to read what one's own task is about.
     *
     * @throws NotFound no such ticket, or not visible to the caller
     */
    @PreAuthorize("hasAnyAuthority('tickets.view', 'inbox.view')")
    @Transactional(readOnly = true)
    public TicketDetails get(TicketKey key) {
        return details(visible(key));
    }

    /**
     * Whether something about a ticket has changed, for who looks at it: two statements.
     *
     * @throws NotFound no such ticket, or not visible to the caller
     */
    @PreAuthorize("hasAuthority('tickets.view')")
    @Transactional(readOnly = true)
    public TicketPulse pulse(TicketKey key) {
        Ticket ticket = visible(key);
        return new TicketPulse(ticket.version(), comments.newest(ticket.id()));
    }

    /**
     * Corrects one's own ticket before its review.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ReviewOver    it was reviewed already
     * @throws TicketChanged it is not the version that was read any more
     */
    @PreAuthorize("hasAuthority('tickets.create')")
    @Transactional
    @Audited("ticket.correct")
    public TicketDetails correct(TicketKey key, CorrectTicket correction) {
        Ticket ticket = own(key);
        Map<String, Object> before = ticket.facts();
        log.save(ticket.correct(validation.checked(correction), Actor.current(), clock.instant()));
        AuditTrail.changed("ticket", key, before, ticket.facts());
        flow.corrected(key, ticket.priority());
        return changed(ticket);
    }

    /**
     * Answers the review of a ticket: it goes on to the contractor, or is closed.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ActionNotOpen it is not waiting for a review
     */
    @PreAuthorize("hasAuthority('tickets.review') or @standIn.lends('tickets.review')")
    @Transactional
    @Audited("ticket.review")
    public TicketDetails review(TicketKey key, ReviewTicket review) {
        return perform(key, "review", validation.checked(review).answers());
    }

    /**
     * Says which engineer handles a ticket.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ActionNotOpen it is not waiting for an assignment
     */
    @PreAuthorize("hasAuthority('tickets.assign') or @standIn.lends('tickets.assign')")
    @Transactional
    @Audited("ticket.assign")
    public TicketDetails assign(TicketKey key, AssignTicket assignment) {
        return perform(key, "assign", validation.checked(assignment).answers());
    }

    /**
     * Begins to handle a ticket that one was assigned.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ActionNotOpen it is not waiting for its engineer to begin
     */
    @PreAuthorize("hasAuthority('tickets.handle') or @standIn.lends('tickets.handle')")
    @Transactional
    @Audited("ticket.start")
    public TicketDetails start(TicketKey key, StartTicket start) {
        return perform(key, "start", validation.checked(start).answers());
    }

    /**
     * Submits what was done.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ActionNotOpen it is not being handled
     */
    @PreAuthorize("hasAuthority('tickets.handle') or @standIn.lends('tickets.handle')")
    @Transactional
    @Audited("ticket.handle")
    public TicketDetails handle(TicketKey key, HandleTicket solution) {
        return perform(key, "handle", validation.checked(solution).answers());
    }

    /**
     * Submits what was done, and begins first where nobody has begun.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ActionNotOpen it is neither waiting for its engineer to begin nor being handled
     */
    @PreAuthorize("hasAuthority('tickets.handle') or @standIn.lends('tickets.handle')")
    @Transactional
    @Audited("ticket.handle")
    public TicketDetails startAndHandle(TicketKey key, HandleTicket solution) {
        validation.checked(solution);
        if (get(key).availableActions().contains("start")) {
            start(key, new StartTicket(null));
        }
        return handle(key, solution);
    }

    /**
     * Confirms one's own ticket as solved, or sends it back to its engineer.
     *
     * @throws NotFound      no such ticket, or not visible to the caller
     * @throws ActionNotOpen it is not waiting for a confirmation
     */
    @PreAuthorize("hasAuthority('tickets.confirm') or @standIn.lends('tickets.confirm')")
    @Transactional
    @Audited("ticket.confirm")
    public TicketDetails confirm(TicketKey key, ConfirmTicket confirmation) {
        return perform(key, "confirm", validation.checked(confirmation).answers());
    }

    /**
     * Takes one's own ticket back before its review; it is closed.
     *
     * @throws NotFound   no such ticket, or not visible to the caller
     * @throws ReviewOver it was reviewed already
     */
    @PreAuthorize("hasAuthority('tickets.create')")
    @Transactional
    @Audited("ticket.withdraw")
    public TicketDetails withdraw(TicketKey key, WithdrawTicket withdrawal) {
        Ticket ticket = own(key);
        Map<String, Object> before = ticket.facts();
        ticket.withdraw(validation.checked(withdrawal));
        AuditTrail.changed("ticket", key, before, ticket.facts());
        flow.withdraw(key);
        return changed(ticket);
    }

    /**
     * Closes a confirmed ticket. The process does that; no person can.
     *
     * @throws TicketNotConfirmed its requester has not confirmed it
     */
    @PreAuthorize("authentication.name == T(io.opsflow.kernel.Actor).SYSTEM")
    @Transactional
    public void close(TicketKey key) {
        Ticket ticket = visible(key);
        if (ticket.status() != TicketStatus.CONFIRMED) {
            throw new TicketNotConfirmed(key, ticket.status());
        }
    }

    /**
     * Says something about a ticket. Who only watches tickets cannot.
     *
     * @throws NotFound no such ticket, or not visible to the caller
     */
    @PreAuthorize("hasAnyAuthority('tickets.create', 'tickets.review', 'tickets.assign', 'tickets.handle')")
    @Transactional
    @Audited("ticket.comment")
    public TicketComment comment(TicketKey key, AddComment comment) {
        String text = validation.checked(comment).text();
        AuditTrail.fact("comment", null, text);
        return comments.add(new TicketCommentRow(visible(key), Actor.current().name(), text, clock.instant()));
    }

    /**
     * What was said about a ticket; sorted by {@code created_at}, the oldest first unless {@code desc} is asked for.
     *
     * @throws NotFound no such ticket, or not visible to the caller
     */
    @PreAuthorize("hasAuthority('tickets.view')")
    @Transactional(readOnly = true)
    public PageOf<TicketComment> comments(TicketKey key, Paging paging) {
        return comments.page(visible(key).id(), paging);
    }

    /**
     * What happened to a ticket, the oldest first.
     *
     * @throws NotFound no such ticket, or not visible to the caller
     */
    @PreAuthorize("hasAuthority('tickets.view')")
    @Transactional(readOnly = true)
    public List<TicketLogEntry> log(TicketKey key) {
        List<TicketLogRow> rows = log.findByTicketIdOrderByStep(visible(key).id());
        Map<String, String> names = people.namesOf(
                rows.stream().flatMap(row -> row.people().stream()).collect(Collectors.toSet()));
        return rows.stream().map(row -> row.entry(names)).toList();
    }

    private TicketDetails perform(TicketKey key, String action, Answers answers) {
        Ticket ticket = visible(key);
        flow.perform(key, action, answers);
        return changed(ticket);
    }

    private TicketDetails changed(Ticket ticket) {
        tickets.flush(); // so that the details have the new version
        return details(ticket);
    }

    private TicketDetails details(Ticket ticket) {
        return TicketDetails.of(ticket, people.namesOf(ticket.people()), actions(ticket));
    }

    /** What the process waits for from the caller, and what requesters can do beside it. */
    private List<String> actions(Ticket ticket) {
        if (ticket.status().isFinal()) {
            return List.of();
        }
        TicketFlow.Next next = flow.next(ticket.key());
        if (!next.going()) {
            return List.of();
        }
        List<String> actions = new ArrayList<>(next.actions());
        if (ticket.status() == TicketStatus.PENDING_REVIEW && isOwn(ticket)) {
            actions.add("correct");
            actions.add("withdraw");
        }
        return actions;
    }

    private Ticket own(TicketKey key) {
        Ticket ticket = visible(key);
        if (!isOwn(ticket)) {
            throw new AccessDeniedException("only its requester may do that");
        }
        return ticket;
    }

    private static boolean isOwn(Ticket ticket) {
        return ticket.creator().equals(Actor.current().name());
    }

    private Ticket visible(TicketKey key) {
        return visibility.find(key).orElseThrow(() -> new NotFound(key));
    }
}
