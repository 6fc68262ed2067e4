package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.accounts.DelegationFilter;
import io.opsflow.accounts.Delegations;
import io.opsflow.accounts.SetDelegation;
import io.opsflow.kernel.MovableClock;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.ActionNotOpen;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.TaskDetails;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Supervisor Wang is away, and manager Li does her tasks: by every front door, and nothing beyond them. */
@OpsFlowTest
class AbsenceTest {

    private static final Locale LOCALE = Locale.ENGLISH;

    @Autowired
    Tickets tickets;

    @Autowired
    Inbox inbox;

    @Autowired
    Delegations delegations;

    @Autowired
    As as;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    SqlCount sql;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
        everybodyIsBack();
    }

    @AfterEach
    void everybodyIsBack() {
        clock.reset();
        as.user("admin", () -> delegations.page(new DelegationFilter(null, null), Paging.first(200)).items().stream()
                .filter(delegation -> delegation.endable())
                .forEach(delegation -> delegations.end(delegation.id())));
        jdbc.update("delete from delegation");
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_colleague_finds_the_tasks_in_the_inbox_marked_with_the_absent_persons_name() {
        TicketKey key = make.pending();
        as.user("manager", () -> assertThat(found(key, InboxQuery.View.ALL)).isEmpty());
        int before = as.user("manager", () -> inbox.counts().claimable());
        away("supervisor", "manager");
        as.user("manager", () -> {
            assertThat(found(key, InboxQuery.View.CLAIMABLE)).singleElement().satisfies(task -> {
                assertThat(task.onBehalfOf()).isEqualTo("supervisor");
                assertThat(task.onBehalfOfName()).isNotBlank().isNotEqualTo("supervisor");
            });
            assertThat(inbox.counts().claimable()).isGreaterThan(before);
            TaskDetails details =
                    inbox.get(found(key, InboxQuery.View.ALL).get(0).id(), LOCALE);
            assertThat(details.claimable()).isTrue();
            assertThat(details.completable()).isTrue();
        });
        as.user("supervisor", () -> assertThat(found(key, InboxQuery.View.ALL))
                .singleElement()
                .satisfies(task -> assertThat(task.onBehalfOf()).isNull()));
    }

    @Test
    void ones_own_tasks_are_not_marked() {
        TicketKey key = make.reviewed();
        away("supervisor", "manager");
        as.user("manager", () -> assertThat(found(key, InboxQuery.View.ALL))
                .singleElement()
                .satisfies(task -> assertThat(task.onBehalfOf()).isNull()));
    }

    @Test
    void a_review_by_the_tickets_front_door_is_told_as_done_on_behalf() {
        TicketKey key = make.pending();
        away("supervisor", "manager");
        TicketDetails reviewed = as.user("manager", () -> {
            assertThat(tickets.get(key).availableActions()).containsExactly("review");
            return tickets.review(key, new ReviewTicket(true, "agreed"));
        });
        assertThat(reviewed.status()).isEqualTo(TicketStatus.REVIEWED);
        assertThat(reviewed.reviewer()).isEqualTo("manager");
        assertOnBehalf(key);
        assertThat(jdbc.queryForObject(
                        "select concat(actor, ' for ', on_behalf_of) from audit_entry where action = 'ticket.review'"
                                + " and object_key = ? and result = 'done'",
                        String.class,
                        key.toString()))
                .isEqualTo("manager for supervisor");
    }

    @Test
    void a_review_by_the_inbox_is_told_as_done_on_behalf() {
        TicketKey key = make.pending();
        away("supervisor", "manager");
        as.user(
                "manager",
                () -> inbox.complete(
                        found(key, InboxQuery.View.ALL).get(0).id(), Map.of("approved", true, "comment", "agreed")));
        assertOnBehalf(key);
        assertThat(jdbc.queryForObject(
                        "select concat(ASSIGNEE_, ' for ', OWNER_) from ACT_HI_TASKINST t"
                                + " join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ where p.BUSINESS_KEY_ = ?"
                                + " and TASK_DEF_KEY_ = 'reviewTicket'",
                        String.class,
                        key.toString()))
                .isEqualTo("manager for supervisor");
    }

    private void assertOnBehalf(TicketKey key) {
        List<TicketLogEntry> log = as.user("viewer", () -> tickets.log(key));
        assertThat(log.get(log.size() - 1)).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("review");
            assertThat(entry.actor()).isEqualTo("manager");
            assertThat(entry.onBehalfOf()).isEqualTo("supervisor");
        });
    }

    @Test
    void what_is_claimed_for_somebody_stays_theirs() {
        TicketKey key = make.pending();
        long delegation = away("supervisor", "operator");
        String task = as.user("operator", () -> {
            String id = found(key, InboxQuery.View.CLAIMABLE).get(0).id();
            assertThat(inbox.claim(id, LOCALE).task().assignee()).isEqualTo("supervisor");
            assertThat(found(key, InboxQuery.View.MINE)).singleElement().satisfies(mine -> assertThat(mine.onBehalfOf())
                    .isEqualTo("supervisor"));
            assertThat(inbox.release(id, LOCALE).task().assignee()).isNull();
            inbox.claim(id, LOCALE);
            return id;
        });
        as.user("supervisor", () -> delegations.end(delegation));
        as.user("operator", () -> assertThatThrownBy(() -> inbox.get(task, LOCALE))
                .isInstanceOf(NotFound.class));
        as.user("supervisor", () -> {
            assertThat(found(key, InboxQuery.View.MINE)).hasSize(1);
            inbox.complete(task, Map.of("approved", true));
        });
    }

    @Test
    void an_engineers_own_tasks_are_started_and_handled_for_them() {
        TicketKey key = make.assigned();
        away("engineer", "operator");
        as.user("operator", () -> {
            tickets.start(key, new StartTicket(null));
            tickets.handle(key, new HandleTicket("done for the engineer"));
        });
        TicketDetails handled = as.user("viewer", () -> tickets.get(key));
        assertThat(handled.handler()).isEqualTo("operator");
        assertThat(handled.assignee()).isEqualTo("engineer");
    }

    @Test
    void when_it_is_over_the_tasks_are_gone_and_nothing_can_be_done() {
        TicketKey key = make.pending();
        away("supervisor", "engineer");
        String task =
                as.user("engineer", () -> found(key, InboxQuery.View.ALL).get(0).id());
        as.user("engineer", () -> assertThat(tickets.get(key).key()).isEqualTo(key));
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        as.user("engineer", () -> {
            assertThat(found(key, InboxQuery.View.ALL)).isEmpty();
            assertThatThrownBy(() -> inbox.get(task, LOCALE)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> inbox.complete(task, Map.of("approved", true)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tickets.get(key)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tickets.review(key, new ReviewTicket(true, null)))
                    .isInstanceOf(AccessDeniedException.class);
        });
    }

    @Test
    void nothing_but_tasks_is_delegated() {
        TicketKey other = make.completed();
        TicketKey key = make.pending();
        away("supervisor", "engineer");
        away("admin", "owner");
        as.user("engineer", () -> {
            assertThat(tickets.search(TicketFilter.everything(), Paging.first(200))
                            .items())
                    .noneSatisfy(ticket -> assertThat(ticket.key()).isEqualTo(key));
            assertThatThrownBy(() -> tickets.review(other, new ReviewTicket(true, null)))
                    .isInstanceOf(ActionNotOpen.class);
        });
        as.user("owner", () -> assertThatThrownBy(() -> tickets.search(TicketFilter.everything(), Paging.first(1)))
                .isInstanceOf(AccessDeniedException.class));
    }

    @Test
    void nobody_reviews_ones_own_request_for_somebody_else() {
        TicketKey key = make.pending();
        away("supervisor", "requester");
        as.user("requester", () -> {
            assertThat(tickets.get(key).availableActions()).doesNotContain("review");
            assertThatThrownBy(() -> tickets.review(key, new ReviewTicket(true, null)))
                    .isInstanceOf(NotAllowed.class);
            InboxTask task = found(key, InboxQuery.View.ALL).get(0);
            assertThat(inbox.get(task.id(), LOCALE).completable()).isFalse();
            assertThatThrownBy(() -> inbox.claim(task.id(), LOCALE)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> inbox.complete(task.id(), Map.of("approved", true)))
                    .isInstanceOf(NotAllowed.class);
        });
        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, null)));
    }

    @Test
    void nobody_confirms_ones_own_solution_for_its_requester() {
        TicketKey key = make.completed();
        away("requester", "engineer");
        as.user("engineer", () -> assertThatThrownBy(() -> tickets.confirm(key, new ConfirmTicket(true, null)))
                .isInstanceOf(NotAllowed.class));
    }

    @Test
    void tasks_go_one_step_and_no_further() {
        TicketKey key = make.pending();
        away("supervisor", "manager");
        // Nobody can set it so; the table could still hold it.
        jdbc.update("insert into delegation (id, absent, colleague, begins_at, ends_at, created_by, created_at)"
                + " select -7, 'manager', 'owner', begins_at, ends_at, created_by, created_at from delegation");
        as.user("owner", () -> assertThat(found(key, InboxQuery.View.ALL)).isEmpty());
    }

    @Test
    void a_token_that_may_less_than_the_person_lends_nothing() {
        TicketKey key = make.pending();
        away("supervisor", "manager");
        var token = UsernamePasswordAuthenticationToken.authenticated(
                "manager", null, AuthorityUtils.createAuthorityList("inbox.view", "tickets.view"));
        SecurityContextHolder.getContext().setAuthentication(token);
        assertThat(found(key, InboxQuery.View.ALL)).isEmpty();
        assertThatThrownBy(() -> tickets.review(key, new ReviewTicket(true, null)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_inbox_page_costs_one_statement_more_for_who_stands_in_and_none_for_others() {
        make.reviewed();
        int own = statements("manager");
        away("supervisor", "manager");
        int both = statements("manager");
        assertThat(both).isEqualTo(own + 1);
        away("requester", "manager");
        away("engineer", "manager");
        assertThat(statements("manager")).isEqualTo(both);
    }

    private int statements(String username) {
        return as.user(username, () -> {
            Runnable page = () -> inbox.page(InboxQuery.of(InboxQuery.View.ALL), Paging.first(20), LOCALE);
            page.run(); // names and memberships are known now
            return sql.during(page).size();
        });
    }

    private List<InboxTask> found(TicketKey key, InboxQuery.View view) {
        return inbox.page(new InboxQuery(view, null, null, key.toString()), Paging.first(50), LOCALE)
                .items();
    }

    long away(String absent, String colleague) {
        return as.user(absent, () -> delegations
                .set(new SetDelegation(null, colleague, null, clock.instant().plus(Duration.ofDays(1)), null))
                .id());
    }
}
