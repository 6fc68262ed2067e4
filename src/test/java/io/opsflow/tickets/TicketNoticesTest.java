package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.kernel.Paging;
import io.opsflow.notifications.MyNotifications;
import io.opsflow.notifications.NotificationDetails;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is told what while a ticket gets on. */
@OpsFlowTest
class TicketNoticesTest {

    @Autowired
    Tickets tickets;

    @Autowired
    MyNotifications mine;

    @Autowired
    As as;

    @Autowired
    JdbcTemplate jdbc;

    private TicketMaker make;

    @BeforeEach
    void nothingSaid() {
        jdbc.update("delete from notification");
        make = new TicketMaker(tickets, as);
    }

    @Test
    void a_requester_is_told_each_step_of_others_and_an_engineer_what_is_theirs() {
        TicketKey key = make.completed();
        as.user("requester", () -> tickets.confirm(key, new ConfirmTicket(false, "still slow")));
        assertThat(told("requester"))
                .containsExactly(
                        key + " “Export stops” is solved and waits for your confirmation.",
                        key + " “Export stops” is being handled.",
                        key + " “Export stops” was assigned to an engineer.",
                        key + " “Export stops” has passed its review.");
        assertThat(told("engineer"))
                .containsExactly(
                        key + " “Export stops” is not solved yet: its requester sent it back to you.",
                        key + " “Export stops” was assigned to you.");
        assertThat(told("supervisor")).isEmpty();
        as.user("engineer", () -> tickets.handle(key, new HandleTicket("index added")));
        jdbc.update("delete from notification");
        as.user("requester", () -> tickets.confirm(key, new ConfirmTicket(true, null)));
        assertThat(told("requester")).isEmpty();
        assertThat(told("engineer")).containsExactly("Your solution of " + key + " “Export stops” was confirmed.");
    }

    @Test
    void a_refusal_is_told_to_the_requester_and_leads_to_the_ticket() {
        TicketKey key = make.pending();
        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(false, "not now")));
        assertThat(all("requester")).singleElement().satisfies(told -> {
            assertThat(told.text()).contains("refused");
            assertThat(told.link()).isEqualTo("o/" + key);
        });
    }

    @Test
    void who_withdraws_is_told_nothing() {
        TicketKey key = make.pending();
        as.user("requester", () -> tickets.withdraw(key, new WithdrawTicket("solved itself")));
        assertThat(told("requester")).isEmpty();
    }

    private List<String> told(String username) {
        return all(username).stream().map(NotificationDetails::text).toList();
    }

    private List<NotificationDetails> all(String username) {
        return as.user(username, () -> mine.page(false, Paging.first(50), Locale.ENGLISH)
                .items());
    }
}
