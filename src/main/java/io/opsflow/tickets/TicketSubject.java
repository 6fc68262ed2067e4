package io.opsflow.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Permissions;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.Completion;
import io.opsflow.workflow.HandOver;
import io.opsflow.workflow.People;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.ProcessSubject;
import io.opsflow.workflow.Staff;
import io.opsflow.workflow.StateEntered;
import io.opsflow.workflow.Subject;
import io.opsflow.workflow.Urgency;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the engine asks about tickets, and the only place where a ticket's status changes: as the process moves. */
@Component
class TicketSubject implements ProcessSubject {

    private static final Map<String, String> PERMISSIONS = Map.of(
            "review", Permissions.TICKETS_REVIEW,
            "assign", Permissions.TICKETS_ASSIGN,
            "start", Permissions.TICKETS_HANDLE,
            "handle", Permissions.TICKETS_HANDLE,
            "confirm", Permissions.TICKETS_CONFIRM);

    /** What has a place of its own on the ticket or in the log; all else is kept as evidence. */
    private static final Set<String> KNOWN = Set.of("approved", "assignee", "confirmed", "comment");

    private static final String ENGINEER = "ENGINEER";

    private final TicketRepository tickets;
    private final TicketVisibility visibility;
    private final TicketLogRepository log;
    private final TicketNotices notices;
    private final People people;
    private final Staff staff;
    private final ObjectMapper json;
    private final Clock clock;

    TicketSubject(
            TicketRepository tickets,
            TicketVisibility visibility,
            TicketLogRepository log,
            TicketNotices notices,
            People people,
            Staff staff,
            ObjectMapper json,
            Clock clock) {
        this.tickets = tickets;
        this.visibility = visibility;
        this.log = log;
        this.notices = notices;
        this.people = people;
        this.staff = staff;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return TicketKey.PREFIX;
    }

    @Override
    public Set<String> statuses() {
        return Arrays.stream(TicketStatus.values()).map(TicketStatus::code).collect(Collectors.toSet());
    }

    @Override
    public Subject describe(String objectKey) {
        Ticket ticket = ticket(objectKey);
        return new Subject(ticket.title(), Urgency.valueOf(ticket.priority().name()), null);
    }

    @Override
    public boolean isVisible(String objectKey) {
        return visibility.find(TicketKey.of(objectKey)).isPresent();
    }

    @Override
    public Map<String, String> visibleTitles(Collection<String> objectKeys) {
        List<Long> ids =
                objectKeys.stream().map(key -> TicketKey.of(key).number()).toList();
        return tickets
                .findAll(TicketVisibility.toActor()
                        .and((ticket, query, is) -> ticket.get("id").in(ids)))
                .stream()
                .collect(Collectors.toMap(ticket -> ticket.key().toString(), Ticket::title));
    }

    @Override
    public boolean isParty(String objectKey, String action, String username) {
        return ticket(objectKey).isParty(action, username);
    }

    @Override
    public void check(Completion completion) {
        String permission = PERMISSIONS.get(completion.action());
        if (permission != null && !Actor.may(permission)) {
            throw new AccessDeniedException(completion.action() + " needs " + permission);
        }
        Answers answers = completion.answers();
        String comment = answers.text("comment");
        if (needsComment(completion.action(), answers) && (comment == null || comment.isBlank())) {
            throw new InvalidInput("comment", "comment-required");
        }
        if (comment != null && comment.length() > Ticket.COMMENT) {
            throw new InvalidInput("comment", "text-too-long", Ticket.COMMENT);
        }
        if (completion.action().equals("assign")) {
            checkEngineer(answers.text("assignee"));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    @Audited("ticket.move")
    public void entered(StateEntered state) {
        Ticket ticket = ticket(state.objectKey());
        Completion cause = state.cause();
        Map<String, Object> before = ticket.facts();
        log.save(ticket.enter(TicketStatus.of(state.status()), cause, Actor.current(), clock.instant())
                .with(cause == null ? null : evidence(cause.answers())));
        notices.moved(ticket, cause);
        AuditTrail.changed("ticket", ticket.key(), before, ticket.facts());
    }

    @Override
    public boolean mayDo(String action, String username) {
        String permission = PERMISSIONS.get(action);
        return permission == null || staff.permissionsOf(username).contains(permission);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    @Audited("ticket.hand_over")
    public void handedOver(String objectKey, HandOver handOver) {
        Ticket ticket = ticket(objectKey);
        Map<String, Object> before = ticket.facts();
        log.save(ticket.handOver(handOver, remark(handOver), Actor.current(), clock.instant()));
        AuditTrail.changed("ticket", ticket.key(), before, ticket.facts());
    }

    /** Who had it and who has it, and why: names and an arrow, which every reader understands. */
    private String remark(HandOver handOver) {
        Set<String> both = Stream.of(handOver.from(), handOver.to())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toSet());
        Map<String, String> names = people.namesOf(both);
        String to = handOver.to() == null ? "…" : names.getOrDefault(handOver.to(), handOver.to());
        String moved = names.getOrDefault(handOver.from(), handOver.from()) + " → " + to;
        return handOver.reason() == null || handOver.reason().isBlank()
                ? moved
                : moved + " · " + handOver.reason().strip();
    }

    private static boolean needsComment(String action, Answers answers) {
        return switch (action) {
            case "review" -> !Boolean.TRUE.equals(answers.flag("approved"));
            case "confirm" -> !Boolean.TRUE.equals(answers.flag("confirmed"));
            case "handle" -> true;
            default -> false;
        };
    }

    private void checkEngineer(@Nullable String assignee) {
        if (people.withRole(ENGINEER).stream().map(Person::username).noneMatch(name -> name.equals(assignee))) {
            throw new InvalidInput("assignee", "not-an-engineer", assignee == null ? "" : assignee);
        }
    }

    private @Nullable String evidence(Answers answers) {
        Map<String, Object> more = answers.values().entrySet().stream()
                .filter(answer -> !KNOWN.contains(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try {
            return more.isEmpty() ? null : json.writeValueAsString(more);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // plain values of a form
        }
    }

    private Ticket ticket(String objectKey) {
        return tickets.findById(TicketKey.of(objectKey).number()).orElseThrow(() -> new NotFound(objectKey));
    }
}
