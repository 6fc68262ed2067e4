package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.EngineClock;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** What is left in the log by those who work on tickets. */
@OpsFlowTest
class TicketsAuditTest {

    @Autowired
    Tickets tickets;

    @Autowired
    Inbox inbox;

    @Autowired
    As as;

    @Autowired
    EngineClock clock;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void each_change_is_one_entry_with_what_is_different() {
        TicketKey key = opened("Printer on fire");

        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, "go on")));

        assertThat(entries(key))
                .extracting(Entry::actor, Entry::action, Entry::result)
                .containsExactly(
                        tuple("requester", "ticket.open", "done"), tuple("supervisor", "ticket.review", "done"));
        assertThat(entries(key).get(0).changes())
                .contains("\"title\":[null,\"Printer on fire\"]", "\"status\":[null,\"pending_review\"]");
        assertThat(entries(key).get(1).changes())
                .contains("\"status\":[\"pending_review\",\"reviewed\"]", "\"review_comment\":[null,\"go on\"]")
                .doesNotContain("title");
    }

    @Test
    void what_the_process_does_by_itself_is_an_entry_of_the_system() {
        TicketKey key = new TicketMaker(tickets, as).confirmed();
        clock.runDueJobs();

        assertThat(entries(key))
                .extracting(Entry::actor, Entry::action)
                .containsExactly(
                        tuple("requester", "ticket.open"),
                        tuple("supervisor", "ticket.review"),
                        tuple("manager", "ticket.assign"),
                        tuple("engineer", "ticket.start"),
                        tuple("engineer", "ticket.handle"),
                        tuple("requester", "ticket.confirm"),
                        tuple("#system", "ticket.move"));
        assertThat(entries(key).get(6).changes()).contains("\"status\":[\"confirmed\",\"closed\"]");
    }

    @Test
    void a_task_that_is_completed_in_the_inbox_is_one_entry() {
        TicketKey key = opened("By the inbox");
        String task = as.user("supervisor", () -> inbox
                .page(
                        new InboxQuery(InboxQuery.View.ALL, null, null, key.toString()),
                        Paging.first(100),
                        Locale.ENGLISH)
                .items()
                .stream()
                .filter(one -> one.objectKey().equals(key.toString()))
                .findFirst()
                .orElseThrow()
                .id());

        as.user("supervisor", () -> inbox.claim(task, Locale.ENGLISH));
        as.user("supervisor", () -> inbox.complete(task, Map.of("approved", true)));

        assertThat(entries(key))
                .extracting(Entry::action)
                .containsExactly("ticket.open", "task.claim", "task.complete");
        assertThat(entries(key).get(2).changes()).contains("\"status\":[\"pending_review\",\"reviewed\"]");
    }

    @Test
    void what_was_refused_is_an_entry_and_nothing_else() {
        TicketKey key = opened("Refusals");

        assertThatThrownBy(() -> as.user("requester", () -> tickets.review(key, new ReviewTicket(true, null))))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as.user("supervisor", () -> tickets.review(key, new ReviewTicket(false, null))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> as.user(
                        "requester", () -> tickets.withdraw(new TicketKey(999_999_999), new WithdrawTicket(null))))
                .isInstanceOf(NotFound.class);

        assertThat(entries(key))
                .extracting(Entry::actor, Entry::action, Entry::result, Entry::code)
                .containsExactly(
                        tuple("requester", "ticket.open", "done", null),
                        tuple("requester", "ticket.review", "refused", "access-denied"),
                        tuple("supervisor", "ticket.review", "refused", "form-required"));
        assertThat(entries(new TicketKey(999_999_999))).extracting(Entry::code).contains("not-found");
    }

    @Test
    void an_entry_is_undone_with_its_change() {
        TicketKey key = opened("Undone");

        transaction.executeWithoutResult(status -> {
            as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, null)));
            assertThat(entries(key)).hasSize(2);
            status.setRollbackOnly();
        });

        assertThat(entries(key)).extracting(Entry::action).containsExactly("ticket.open");
    }

    private TicketKey opened(String title) {
        return as.user("requester", () -> tickets.open(new OpenTicket(title, "", TaskType.PROBLEM, Priority.LOW))
                .key());
    }

    private record Entry(String actor, String behalf, String action, String result, String code, String changes) {}

    private List<Entry> entries(TicketKey key) {
        return sql.sql("select actor, on_behalf_of as behalf, action, result, code, changes from audit_entry where"
                        + " object_key = ? order by id")
                .param(key.toString())
                .query(Entry.class)
                .list();
    }
}
