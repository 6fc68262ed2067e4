package io.opsflow.audit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.grid.Grid;
import io.opsflow.audit.Audit;
import io.opsflow.audit.AuditChecks;
import io.opsflow.audit.AuditFilter;
import io.opsflow.audit.AuditItem;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpsFlowTest
class AuditPagesTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    As as;

    @Autowired
    Tickets tickets;

    @Autowired
    Audit audit;

    @Autowired
    AuditChecks checks;

    private Screens screens;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
    }

    @Test
    void an_entry_shows_what_was_and_what_is_in_both_languages() {
        TicketKey key = new TicketMaker(tickets, as).reviewed();
        AuditItem entry = as.user("admin", () -> audit.find(filter(key), Paging.first(10)))
                .items()
                .get(0);

        screens.open("admin", Locale.ENGLISH, "audit/entries/" + entry.id());
        assertThat(screens.text())
                .contains(
                        "Answered the review of a ticket",
                        "Done",
                        "status",
                        "pending_review",
                        "reviewed",
                        key.toString());
        screens.open("admin", Locale.SIMPLIFIED_CHINESE, "audit/entries/" + entry.id());
        assertThat(screens.text()).contains("审核工单", "成功", "变更内容", "链节");
    }

    @Test
    void the_list_follows_the_address() {
        TicketKey key = new TicketMaker(tickets, as).reviewed();
        screens.open("admin", Locale.ENGLISH, "audit?object=" + key);

        assertThat(screens.text()).contains("2");
        assertThat(screens.find(Grid.class).getDataCommunicator().getDataProviderSize())
                .isEqualTo(2);
    }

    @Test
    void the_chain_is_checked_by_a_button() {
        screens.open("admin", Locale.ENGLISH, "audit");
        as.user("admin", () -> checks.begin());
        await().until(() -> as.user("admin", () -> checks.state().report() != null));

        screens.open("admin", Locale.ENGLISH, "audit");
        assertThat(screens.buttons()).contains("Check the chain");
        assertThat(screens.text()).containsAnyOf("intact", "not as the program");
    }

    private static AuditFilter filter(TicketKey key) {
        return new AuditFilter(null, "ticket.review", key.toString(), null, null, null, null, null, null);
    }
}
