package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.MovableClock;
import io.opsflow.kernel.NotAllowed;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.StandIns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class DelegationsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Autowired
    Delegations delegations;

    @Autowired
    DelegationsInForce inForce;

    @Autowired
    StandIns standIns;

    @Autowired
    Accounts accounts;

    @Autowired
    Directory directory;

    @Autowired
    As as;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc web;

    @BeforeEach
    @AfterEach
    void none() {
        clock.reset();
        jdbc.update("delete from delegation");
        jdbc.update("update app_user set active = true");
        forget();
    }

    private void forget() {
        transaction.executeWithoutResult(status -> {
            inForce.changed();
            directory.changed();
        });
    }

    @Test
    void a_delegation_begins_and_ends_by_the_clock_alone() {
        Instant now = clock.instant();
        delegate("supervisor", "manager", now.plus(DAY), now.plus(DAY.multipliedBy(2)));
        assertThat(standIns.absentFor("manager")).isEmpty();
        clock.moveTo(now.plus(DAY));
        assertThat(standIns.absentFor("manager")).containsExactly("supervisor");
        assertThat(standIns.standsInFor("manager", "supervisor")).isTrue();
        assertThat(standIns.absentFor("supervisor")).isEmpty();
        clock.moveTo(now.plus(DAY.multipliedBy(2)));
        assertThat(standIns.absentFor("manager")).isEmpty();
        assertThat(standIns.standsInFor("manager", "supervisor")).isFalse();
        assertThat(as.user("manager", () -> page(null)).get(0).state()).isEqualTo(DelegationState.PAST);
    }

    @Test
    void another_node_is_believed_before_a_task_is_changed() {
        DelegationDetails delegation = delegate("supervisor", "manager");
        assertThat(standIns.absentFor("manager")).containsExactly("supervisor");
        jdbc.update("delete from delegation where id = ?", delegation.id()); // as another node would
        assertThat(standIns.standsInFor("manager", "supervisor")).isFalse();
    }

    @Test
    void who_is_not_active_neither_delegates_nor_stands_in() {
        delegate("supervisor", "manager");
        jdbc.update("update app_user set active = false where username = 'supervisor'");
        forget();
        assertThat(standIns.absentFor("manager")).isEmpty();
        assertThat(standIns.standsInFor("manager", "supervisor")).isFalse();
        as.user("engineer", () -> refused("colleague", () -> set(null, "supervisor", null, DAY)));
    }

    @Test
    void closing_an_account_ends_what_it_delegated_and_what_it_did_for_others() {
        delegate("supervisor", "manager");
        delegate(
                "manager",
                "engineer",
                clock.instant().plus(DAY.multipliedBy(20)),
                clock.instant().plus(DAY.multipliedBy(21)));
        transaction.executeWithoutResult(status -> as.user("admin", () -> delegations.endAll("manager")));
        assertThat(standIns.absentFor("manager")).isEmpty();
        assertThat(as.user("admin", () -> page(null))).singleElement().satisfies(left -> {
            assertThat(left.state()).isEqualTo(DelegationState.PAST);
            assertThat(left.endedBy()).isEqualTo("admin");
        });
    }

    @Test
    void an_administrator_who_helps_is_told_of() {
        jdbc.update("delete from notification");
        as.user("admin", () -> accounts.unlock("viewer"));
        assertThat(jdbc.queryForList("select message_key from notification where recipient = 'viewer'", String.class))
                .containsExactly("accounts.notice.unlocked");
        jdbc.update("delete from notification");
    }

    @Test
    void an_account_is_closed_with_its_delegations() {
        delegate("viewer", "operator");
        long id = jdbc.queryForObject("select id from app_user where username = 'viewer'", Long.class);
        as.user("admin", () -> accounts.deactivate(id, new OpenWork(true, null, null)));
        assertThat(as.user("admin", () -> page("operator"))).singleElement().satisfies(over -> assertThat(over.state())
                .isEqualTo(DelegationState.PAST));
        as.user("admin", () -> accounts.activate(id));
    }

    @Test
    void what_makes_no_sense_is_refused_by_the_field() {
        as.user("supervisor", () -> {
            refused("colleague", () -> set(null, "supervisor", null, DAY));
            refused("colleague", () -> set(null, "nobody-here", null, DAY));
            refused("colleague", () -> set(null, " ", null, DAY));
            refused("to", () -> delegations.set(new SetDelegation(null, "manager", null, null, null)));
            refused("to", () -> set(null, "manager", null, Duration.ZERO));
            refused("to", () -> set(null, "manager", null, DAY.negated()));
            refused("to", () -> set(null, "manager", null, Delegations.LONGEST.plusSeconds(1)));
            refused(
                    "from",
                    () -> set(null, "manager", Delegations.FARTHEST.plusDays(1), Delegations.FARTHEST.plusDays(2)));
            refused(
                    "reason",
                    () -> delegations.set(new SetDelegation(
                            null, "manager", null, clock.instant().plus(DAY), "x".repeat(501))));
        });
        assertThat(jdbc.queryForObject("select count(*) from delegation", Integer.class))
                .isZero();
    }

    @Test
    void one_person_has_one_colleague_at_a_time_and_tasks_go_no_further() {
        delegate("supervisor", "manager");
        as.user("supervisor", () -> assertThatThrownBy(
                        () -> set(null, "engineer", Duration.ofHours(12), DAY.multipliedBy(40)))
                .isInstanceOf(DelegationOverlaps.class));
        as.user("supervisor", () -> set(null, "engineer", DAY.multipliedBy(7), DAY.multipliedBy(8)));
        as.user("requester", () -> assertThatThrownBy(() -> set(null, "supervisor", null, DAY))
                .isInstanceOf(ColleagueAway.class));
    }

    @Test
    void of_two_set_at_the_same_moment_one_is_refused() {
        List<Thread> threads = List.of("manager", "engineer", "owner", "operator").stream()
                .map(colleague -> new Thread(() -> as.user("supervisor", () -> {
                    try {
                        set(null, colleague, null, DAY);
                    } catch (DelegationOverlaps late) {
                        assertThat(late.code()).isEqualTo(DelegationOverlaps.CODE);
                    }
                })))
                .toList();
        threads.forEach(Thread::start);
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(jdbc.queryForObject("select count(*) from delegation", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void nobody_does_the_tasks_of_more_people_than_one_can() {
        for (int i = 0; i < Delegations.MOST_ABSENT; i++) {
            jdbc.update(
                    "insert into delegation (id, absent, colleague, begins_at, ends_at, created_by, created_at)"
                            + " values (?, ?, 'manager', ?, ?, 'x', ?)",
                    -1 - i,
                    "absent" + i,
                    java.sql.Timestamp.from(clock.instant()),
                    java.sql.Timestamp.from(clock.instant().plus(DAY)),
                    java.sql.Timestamp.from(clock.instant()));
        }
        as.user("supervisor", () -> assertThatThrownBy(() -> set(null, "manager", null, DAY))
                .isInstanceOf(ColleagueBusy.class));
    }

    @Test
    void others_absence_is_the_administrators_business() {
        as.user("manager", () -> assertThatThrownBy(() -> set("supervisor", "manager", null, DAY))
                .isInstanceOf(AccessDeniedException.class));
        DelegationDetails set = as.user("admin", () -> set("supervisor", "manager", null, DAY));
        assertThat(set.createdBy()).isEqualTo("admin");
        as.user("engineer", () -> {
            assertThat(page(null)).isEmpty();
            assertThatThrownBy(() -> page("supervisor")).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> delegations.end(set.id())).isInstanceOf(NotFound.class);
        });
        as.user("manager", () -> {
            assertThat(page(null)).singleElement().satisfies(seen -> assertThat(seen.endable())
                    .isFalse());
            assertThatThrownBy(() -> delegations.end(set.id())).isInstanceOf(AccessDeniedException.class);
        });
        as.user("supervisor", () -> {
            assertThat(page(null)).singleElement().satisfies(seen -> assertThat(seen.endable())
                    .isTrue());
            delegations.end(set.id());
            assertThatThrownBy(() -> delegations.end(set.id())).isInstanceOf(DelegationOver.class);
        });
        assertThat(standIns.absentFor("manager")).isEmpty();
        assertThat(as.user("admin", () -> page("manager"))).hasSize(1);
    }

    @Test
    void who_manages_accounts_alone_hands_out_nobody_s_work_who_may_do_more() {
        Impersonation.during(
                PasswordSignIn.signedIn("manager", Set.of(Permissions.ACCOUNTS_MANAGE, Permissions.INBOX_VIEW), null),
                () -> assertThatThrownBy(() -> set("supervisor", "manager", null, DAY))
                        .isInstanceOf(NotAllowed.class));
        assertThat(standIns.absentFor("manager")).isEmpty();
    }

    @Test
    void what_is_taken_back_before_it_begins_was_never_there() {
        DelegationDetails upcoming = as.user("supervisor", () -> set(null, "manager", DAY, DAY.multipliedBy(2)));
        assertThat(upcoming.state()).isEqualTo(DelegationState.UPCOMING);
        as.user("supervisor", () -> delegations.end(upcoming.id()));
        assertThat(as.user("admin", () -> page(null))).isEmpty();
    }

    @Test
    void those_concerned_are_told_and_the_audit_log_knows() {
        jdbc.update("delete from notification");
        DelegationDetails set = as.user("admin", () -> set("supervisor", "manager", null, DAY));
        as.user("supervisor", () -> delegations.end(set.id()));
        assertThat(jdbc.queryForList(
                        "select concat(recipient, ' ', message_key) from notification order by created_at, id",
                        String.class))
                .containsExactlyInAnyOrder(
                        "manager accounts.notice.delegated",
                        "supervisor accounts.notice.absent",
                        "manager accounts.notice.delegation-ended");
        jdbc.update("delete from notification");
    }

    @Test
    void over_http_delegations_are_set_listed_and_ended() throws Exception {
        String body =
                "{\"colleague\": \"manager\", \"to\": \"" + clock.instant().plus(DAY) + "\", \"reason\": \"leave\"}";
        web.perform(post("/api/v1/delegations")
                        .with(httpBasic("supervisor", "supervisor123"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.absent").value("supervisor"))
                .andExpect(jsonPath("$.state").value("current"));
        web.perform(post("/api/v1/delegations")
                        .with(httpBasic("supervisor", "supervisor123"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("delegation-overlaps"));
        web.perform(get("/api/v1/delegations?state=current").with(httpBasic("manager", "manager123")))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[*].reason", hasItem("leave")));
        web.perform(get("/api/v1/delegations?state=never").with(httpBasic("manager", "manager123")))
                .andExpect(status().isBadRequest());
        long id = as.user("supervisor", () -> page(null)).get(0).id();
        web.perform(delete("/api/v1/delegations/" + id).with(httpBasic("manager", "manager123")))
                .andExpect(status().isForbidden());
        web.perform(delete("/api/v1/delegations/" + id).with(httpBasic("supervisor", "supervisor123")))
                .andExpect(status().isNoContent());
        web.perform(delete("/api/v1/delegations/" + id).with(httpBasic("supervisor", "supervisor123")))
                .andExpect(status().isConflict());
    }

    private List<DelegationDetails> page(@Nullable String person) {
        return delegations
                .page(new DelegationFilter(person, null), Paging.first(50))
                .items();
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                .extracting("field")
                .containsExactly(field));
    }

    private DelegationDetails delegate(String absent, String colleague) {
        return as.user(absent, () -> set(null, colleague, null, DAY));
    }

    private void delegate(String absent, String colleague, Instant from, Instant to) {
        as.user(absent, () -> delegations.set(new SetDelegation(null, colleague, from, to, null)));
    }

    private DelegationDetails set(@Nullable String absent, String colleague, @Nullable Duration from, Duration to) {
        Instant now = clock.instant();
        return delegations.set(
                new SetDelegation(absent, colleague, from == null ? null : now.plus(from), now.plus(to), null));
    }
}
