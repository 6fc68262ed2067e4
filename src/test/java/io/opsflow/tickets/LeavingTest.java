package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.accounts.AccountDetails;
import io.opsflow.accounts.Accounts;
import io.opsflow.accounts.AddAccount;
import io.opsflow.accounts.OpenWork;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.HeldTask;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.PersonalWork;
import io.opsflow.workflow.WorkLeft;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who has open tickets leaves. */
@OpsFlowTest
class LeavingTest {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final OpenWork SILENCE = OpenWork.NOTHING_SAID;
    private static final OpenWork GIVE_BACK = new OpenWork(true, null, "leaves");

    @Autowired
    Accounts accounts;

    @Autowired
    Tickets tickets;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
    }

    @Test
    void what_only_this_person_may_do_is_handed_to_a_colleague_who_may() {
        AccountDetails leaver = somebody("ENGINEER");
        TicketKey ticket = assignedTo(leaver.username());

        assertThat(work(leaver).tasks())
                .extracting(HeldTask::objectKey, HeldTask::returnable)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ticket.toString(), false));
        assertThat(work(leaver).needsColleague()).isTrue();
        assertThatThrownBy(() -> leave(leaver, SILENCE)).isInstanceOf(WorkLeft.class);
        assertThatThrownBy(() -> leave(leaver, GIVE_BACK)).isInstanceOf(WorkLeft.class);
        assertThatThrownBy(() -> leave(leaver, to("viewer"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> leave(leaver, to("nobody"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> leave(leaver, to(leaver.username()))).isInstanceOf(InvalidInput.class);
        assertThat(details(leaver).active()).isTrue();
        assertThat(as.user("admin", () -> tickets.get(ticket)).assignee()).isEqualTo(leaver.username());

        assertThat(leave(leaver, to("Engineer3")).active()).isFalse();

        assertThat(as.user("admin", () -> tickets.get(ticket)).assignee()).isEqualTo("engineer3");
        assertThat(mine("engineer3")).contains(ticket.toString());
        assertThat(work(leaver).isEmpty()).isTrue();
        TicketLogEntry last = last(ticket);
        assertThat(last.action()).isEqualTo("hand_over");
        assertThat(last.actor()).isEqualTo("admin");
        assertThat(jdbc.queryForList(
                        "select recipient from notification where message_key = 'accounts.notice.handed-over'"
                                + " and arguments like ?",
                        String.class,
                        "%" + leaver.realName() + "%"))
                .contains("engineer3")
                .doesNotContain(leaver.username());
        assertThat(last.comment()).contains("→").contains("moves to another town");
        as.user("engineer3", () -> {
            tickets.start(ticket, new StartTicket(null));
            return tickets.handle(ticket, new HandleTicket("done"));
        });
        assertThat(as.user("admin", () -> tickets.get(ticket)).status()).isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void what_others_may_do_as_well_is_offered_to_them_again() {
        AccountDetails leaver = somebody("SUPERVISOR");
        TicketKey ticket = make.pending();
        as.user(
                leaver.username(),
                () -> inbox.claim(task(leaver.username(), ticket).id(), Locale.ENGLISH));
        assertThat(all("supervisor")).doesNotContain(ticket.toString());
        assertThat(work(leaver).tasks()).extracting(HeldTask::returnable).containsExactly(true);

        leave(leaver, GIVE_BACK);

        assertThat(all("supervisor")).contains(ticket.toString());
        assertThat(last(ticket).comment()).contains("leaves");
    }

    @Test
    void who_takes_over_what_is_offered_to_a_role_has_that_role() {
        AccountDetails leaver = somebody("SUPERVISOR");
        TicketKey ticket = make.pending();
        as.user(
                leaver.username(),
                () -> inbox.claim(task(leaver.username(), ticket).id(), Locale.ENGLISH));
        assertThatThrownBy(() -> leave(leaver, to("engineer"))).isInstanceOf(InvalidInput.class);
        leave(leaver, to("supervisor"));
        assertThat(mine("supervisor")).contains(ticket.toString());
    }

    @Test
    void what_would_come_back_later_comes_to_the_colleague() {
        AccountDetails leaver = somebody("REQUESTER");
        TicketKey ticket = as.user(leaver.username(), () -> tickets.open(
                        new OpenTicket("printer", "out of ink", TaskType.PROBLEM, Priority.LOW))
                .key());
        assertThat(work(leaver).tasks()).isEmpty();
        assertThat(work(leaver).objects()).containsExactly(ticket.toString());
        assertThatThrownBy(() -> leave(leaver, GIVE_BACK)).isInstanceOf(WorkLeft.class);

        leave(leaver, to("requester"));

        as.user("supervisor", () -> tickets.review(ticket, new ReviewTicket(true, null)));
        as.user("manager", () -> tickets.assign(ticket, new AssignTicket("engineer", null)));
        as.user("engineer", () -> {
            tickets.start(ticket, new StartTicket(null));
            return tickets.handle(ticket, new HandleTicket("filled"));
        });
        assertThat(mine("requester")).contains(ticket.toString());
        as.user("requester", () -> tickets.confirm(ticket, new ConfirmTicket(true, null)));
        assertThat(as.user("admin", () -> tickets.get(ticket)).status()).isEqualTo(TicketStatus.CONFIRMED);
    }

    @Test
    void nobody_confirms_their_own_work_because_the_requester_left() {
        AccountDetails leaver = somebody("REQUESTER");
        AccountDetails solver = somebody("ENGINEER", "REQUESTER");
        TicketKey ticket = as.user(
                leaver.username(), () -> tickets.open(new OpenTicket("screen", "dark", TaskType.PROBLEM, Priority.LOW))
                        .key());
        as.user("supervisor", () -> tickets.review(ticket, new ReviewTicket(true, null)));
        as.user("manager", () -> tickets.assign(ticket, new AssignTicket(solver.username(), null)));
        assertThatThrownBy(() -> leave(leaver, to(solver.username()))).isInstanceOf(InvalidInput.class);
    }

    private TicketKey assignedTo(String engineer) {
        TicketKey ticket = make.pending();
        as.user("supervisor", () -> tickets.review(ticket, new ReviewTicket(true, null)));
        as.user("manager", () -> tickets.assign(ticket, new AssignTicket(engineer, null)));
        return ticket;
    }

    private AccountDetails somebody(String... roles) {
        String name = "leaver" + (char) ('a' + COUNT.getAndIncrement()) + System.nanoTime() % 10000;
        AccountDetails added = as.user(
                "admin",
                () -> accounts.add(new AddAccount(
                        name, "某人", null, null, null, Set.of(roles), null, "Heron4-Tundra-Mosaic", null)));
        jdbc.update("update app_user set must_change_password = false where id = ?", added.id());
        return added;
    }

    private static OpenWork to(String colleague) {
        return new OpenWork(false, colleague, "moves to another town");
    }

    private AccountDetails leave(AccountDetails who, OpenWork work) {
        return as.user("admin", () -> accounts.deactivate(who.id(), work));
    }

    private AccountDetails details(AccountDetails who) {
        return as.user("admin", () -> accounts.details(who.id()));
    }

    private PersonalWork work(AccountDetails who) {
        return as.user("admin", () -> accounts.work(who.id(), Locale.ENGLISH));
    }

    private List<String> mine(String username) {
        return page(username, InboxQuery.View.MINE);
    }

    private List<String> all(String username) {
        return page(username, InboxQuery.View.CLAIMABLE);
    }

    private List<String> page(String username, InboxQuery.View view) {
        return as
                .user(
                        username,
                        () -> inbox.page(
                                InboxQuery.of(view), new Paging(0, 200, "created_at,desc", null), Locale.ENGLISH))
                .items()
                .stream()
                .map(InboxTask::objectKey)
                .toList();
    }

    private InboxTask task(String username, TicketKey ticket) {
        return as
                .user(
                        username,
                        () -> inbox.page(
                                InboxQuery.of(InboxQuery.View.CLAIMABLE),
                                new Paging(0, 200, "created_at,desc", null),
                                Locale.ENGLISH))
                .items()
                .stream()
                .filter(task -> task.objectKey().equals(ticket.toString()))
                .findFirst()
                .orElseThrow();
    }

    private TicketLogEntry last(TicketKey ticket) {
        List<TicketLogEntry> log = as.user("admin", () -> tickets.log(ticket));
        return log.get(log.size() - 1);
    }
}
