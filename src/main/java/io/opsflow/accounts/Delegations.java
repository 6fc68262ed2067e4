package io.opsflow.accounts;

import io.opsflow.accounts.Delegation.Span;
import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.kernel.Validation;
import io.opsflow.workflow.PeopleSearch;
import io.opsflow.workflow.Person;
import io.opsflow.workflow.Staff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Absence: a colleague does somebody's tasks from when until when, and nothing else of what that person may do. One's own
 * delegations are those in which one is away or the colleague; who looks after accounts sees and sets everybody's.
 */
@Service
@PreAuthorize("isAuthenticated()")
public class Delegations {

    /** Nobody is away longer without looking at it again. */
    public static final Duration LONGEST = Duration.ofDays(183);

    static final Duration FARTHEST = Duration.ofDays(366);
    static final int MOST_ABSENT = 10;

    private static final String PAGE = "profile";

    private final DelegationRepository table;
    private final DelegationPages pages;
    private final DelegationsInForce inForce;
    private final AppUserRepository users;
    private final Administrators administrators;
    private final Directory directory;
    private final Staff staff;
    private final Notices notices;
    private final Validation validation;
    private final Clock clock;

    Delegations(
            DelegationRepository table,
            DelegationPages pages,
            DelegationsInForce inForce,
            AppUserRepository users,
            Administrators administrators,
            Directory directory,
            Staff staff,
            Notices notices,
            Validation validation,
            Clock clock) {
        this.table = table;
        this.pages = pages;
        this.inForce = inForce;
        this.users = users;
        this.administrators = administrators;
        this.directory = directory;
        this.staff = staff;
        this.notices = notices;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * One page, what begins last first; without a person, one's own or, for who looks after accounts, everybody's.
     *
     * @throws AccessDeniedException another person's are wanted by somebody who does not look after accounts
     */
    @Transactional(readOnly = true)
    public PageOf<DelegationDetails> page(DelegationFilter filter, Paging paging) {
        if (paging.sort() != null && !paging.sort().equals("from,desc")) {
            throw new InvalidInput("sort", "unknown-sort", "from,desc");
        }
        String me = Actor.current().name();
        String person = filter.person() == null && !mayManage() ? me : filter.person();
        if (person != null && !person.equals(me)) {
            demandManaging();
        }
        Instant now = clock.instant();
        PageOf<Delegation> page = pages.page(new DelegationFilter(person, filter.state()), paging, now);
        Map<String, String> names = directory.namesOf(page.items().stream()
                .flatMap(delegation -> Stream.of(delegation.absent(), delegation.colleague()))
                .collect(Collectors.toSet()));
        return page.map(delegation -> delegation.details(names, now, mayEnd(delegation)));
    }

    /** Those who could do the acting person's tasks, by name; a part of the name or nothing narrows them. */
    @Transactional(readOnly = true)
    public List<Person> colleagues(String name, int first, int most) {
        String me = Actor.current().name();
        String pattern = name.isBlank() ? null : "%" + name.strip() + "%";
        return staff
                .find(new PeopleSearch(null, pattern, Permissions.INBOX_VIEW, PeopleSearch.Order.NAME), first, most)
                .stream()
                .filter(person -> !person.username().equals(me))
                .toList();
    }

    /**
     * From when until when a colleague does somebody's tasks.
     *
     * @throws AccessDeniedException somebody else's absence, by who does not look after accounts, or may do less than they
     * @throws InvalidInput          a person is unknown or not active, the colleague has no inbox, or the time is none
     * @throws DelegationOverlaps    another colleague does the tasks then
     * @throws ColleagueAway         the colleague is away then
     * @throws ColleagueBusy         the colleague does the tasks of too many people then
     */
    @Transactional
    @Audited("delegation.set")
    public DelegationDetails set(SetDelegation request) {
        validation.checked(request);
        String me = Actor.current().name();
        String absent = request.absent() == null ? me : active("absent", request.absent());
        if (!absent.equals(me)) {
            demandManaging();
            users.withPermissions(absent).ifPresent(person -> administrators.demandWithinOwn(person.allRoles()));
        }
        String colleague = active("colleague", request.colleague());
        if (colleague.equals(absent)) {
            throw new InvalidInput("colleague", "delegation-to-oneself");
        }
        if (!permissions(colleague).contains(Permissions.INBOX_VIEW)) {
            throw new InvalidInput("colleague", "delegation-no-inbox", directory.nameOf(colleague));
        }
        Span span = span(request);
        demandFree(absent, colleague, span);
        Delegation delegation = table.save(new Delegation(absent, colleague, span, request.reason(), clock.instant()));
        AuditTrail.changed("delegation", delegation.id(), null, delegation.facts());
        inForce.changed();
        notices.tell(
                colleague,
                "accounts.notice.delegated",
                List.of(directory.nameOf(absent), span.from(), span.to()),
                PAGE);
        notices.tell(
                absent, "accounts.notice.absent", List.of(directory.nameOf(colleague), span.from(), span.to()), PAGE);
        return details(delegation);
    }

    /**
     * Ends a delegation at once; one that has not begun is deleted.
     *
     * @throws NotFound              there is none, or it does not concern the acting person
     * @throws AccessDeniedException the colleague wants to end it
     * @throws DelegationOver        it is over already
     */
    @Transactional
    @Audited("delegation.end")
    public void end(long id) {
        Delegation delegation = table.findById(id).filter(this::isVisible).orElseThrow(() -> new NotFound(id));
        if (!mayEnd(delegation)) {
            throw new AccessDeniedException("only who is away, or who looks after accounts, may end a delegation");
        }
        Instant now = clock.instant();
        if (delegation.state(now) == DelegationState.PAST) {
            throw new DelegationOver();
        }
        Map<String, Object> before = delegation.facts();
        end(delegation, now);
        AuditTrail.changed(
                "delegation", id, before, delegation.state(now) == DelegationState.PAST ? delegation.facts() : null);
    }

    /** Somebody's account was closed: whatever the person delegated, or did for others, is over. */
    void endAll(String username) {
        Instant now = clock.instant();
        table.openOf(username, now).forEach(delegation -> end(delegation, now));
    }

    private void end(Delegation delegation, Instant now) {
        if (delegation.state(now) == DelegationState.CURRENT) {
            delegation.end(now);
        } else {
            table.delete(delegation);
        }
        inForce.changed();
        notices.tell(
                delegation.colleague(),
                "accounts.notice.delegation-ended",
                List.of(directory.nameOf(delegation.absent())),
                PAGE);
        notices.tell(
                delegation.absent(),
                "accounts.notice.absence-ended",
                List.of(directory.nameOf(delegation.colleague())),
                PAGE);
    }

    private Span span(SetDelegation request) {
        Instant now = clock.instant();
        Instant from = request.from() == null || request.from().isBefore(now) ? now : request.from();
        if (from.isAfter(now.plus(FARTHEST))) {
            throw new InvalidInput("from", "delegation-too-far", FARTHEST.toDays());
        }
        Instant to = request.to();
        if (to == null) {
            throw new InvalidInput("to", "required");
        }
        if (!to.isAfter(from)) {
            throw new InvalidInput("to", "delegation-ends-before");
        }
        if (to.isAfter(from.plus(LONGEST))) {
            throw new InvalidInput("to", "delegation-too-long", LONGEST.toDays());
        }
        return new Span(from, to);
    }

    /** Held are the people, so that of two delegations set at the same moment one is refused. */
    private void demandFree(String absent, String colleague, Span span) {
        users.hold(Set.of(absent, colleague));
        table.ofAbsentWithin(absent, span.from(), span.to()).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new DelegationOverlaps(directory.nameOf(other.colleague()));
                });
        if (!table.ofAbsentWithin(colleague, span.from(), span.to()).isEmpty()) {
            throw new ColleagueAway(directory.nameOf(colleague));
        }
        if (table.countOfColleagueWithin(colleague, span.from(), span.to()) >= MOST_ABSENT) {
            throw new ColleagueBusy(directory.nameOf(colleague), MOST_ABSENT);
        }
    }

    private String active(String field, String typed) {
        return Username.normalised(typed)
                .flatMap(directory::member)
                .filter(Member::active)
                .map(Member::username)
                .orElseThrow(() -> new InvalidInput(field, "no-such-person", typed));
    }

    private Set<String> permissions(String username) {
        return directory.member(username).map(Member::permissions).orElse(Set.of());
    }

    private DelegationDetails details(Delegation delegation) {
        Map<String, String> names = directory.namesOf(List.of(delegation.absent(), delegation.colleague()));
        return delegation.details(names, clock.instant(), mayEnd(delegation));
    }

    private boolean isVisible(Delegation delegation) {
        return mayEnd(delegation) || isMe(delegation.colleague());
    }

    private static boolean mayEnd(Delegation delegation) {
        return isMe(delegation.absent()) || mayManage();
    }

    private static boolean isMe(@Nullable String username) {
        return Actor.current().name().equals(username);
    }

    private static boolean mayManage() {
        return Actor.may(Permissions.ACCOUNTS_MANAGE);
    }

    private static void demandManaging() {
        if (!mayManage()) {
            throw new AccessDeniedException("another person's delegations need " + Permissions.ACCOUNTS_MANAGE);
        }
    }
}
