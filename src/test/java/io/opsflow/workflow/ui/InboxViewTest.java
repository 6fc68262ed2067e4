package io.opsflow.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import io.opsflow.design.LivePanel;
import io.opsflow.design.OpsDiagram;
import io.opsflow.design.OpsForm;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.tickets.AssignTicket;
import io.opsflow.tickets.ReviewTicket;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.Processes;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpsFlowTest
class InboxViewTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    As as;

    @Autowired
    Tickets tickets;

    @Autowired
    Processes processes;

    private Screens screens;
    private TicketMaker maker;

    @BeforeEach
    void prepare() {
        screens = new Screens(product, as);
        maker = new TicketMaker(tickets, as);
    }

    @AfterEach
    void leave() {
        screens.close();
    }

    @Test
    void a_supervisor_finds_a_new_ticket_among_the_tasks_to_claim_and_not_among_the_own() {
        TicketKey ticket = maker.pending("requester", "Projector stays dark");

        screens.open("supervisor", Locale.ENGLISH, "inbox?view=claimable&q=" + ticket);
        assertThat(rows()).extracting(InboxTask::objectKey).containsExactly(ticket.toString());

        screens.go("inbox?q=" + ticket);
        assertThat(rows()).isEmpty();
        assertThat(screens.text()).contains("No task matches the filters");
    }

    @Test
    void the_task_stands_beside_the_list_with_what_it_is_about_its_form_and_its_process() {
        TicketKey ticket = maker.pending("requester", "Scanner jams");

        screens.open("supervisor", Locale.SIMPLIFIED_CHINESE, "inbox?view=claimable&q=" + ticket);

        assertThat(screens.text())
                .contains("Scanner jams")
                .contains("It stops at 80 %.")
                .contains("待审核")
                .contains("审核工单")
                .contains("管理方")
                .contains("您可以：完成、领取。");
        assertThat(screens.buttons()).contains("提交，打开下一项", "领取");
        assertThat(screens.find(OpsForm.class)).isNotNull();
        assertThat(screens.find(OpsDiagram.class)).isNotNull();
    }

    @Test
    void claiming_moves_the_task_to_ones_own_and_releasing_gives_it_back() {
        TicketKey ticket = maker.pending("requester", "Chair squeaks");
        screens.open("supervisor", Locale.ENGLISH, "inbox/" + task(ticket) + "?view=claimable&q=" + ticket);

        screens.click("Claim");
        assertThat(screens.notice()).isEqualTo("You have claimed " + ticket + ".");
        assertThat(rows()).isEmpty();
        assertThat(screens.buttons()).contains("Release").doesNotContain("Claim");

        screens.click("Release");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void a_completed_task_moves_the_ticket_on_and_the_next_task_opens() {
        TicketKey ticket = maker.pending("requester", "Monitor flickers once");
        TicketKey next = maker.pending("requester", "Monitor flickers twice");
        screens.open("supervisor", Locale.ENGLISH, "inbox/" + task(ticket) + "?view=claimable&q=flickers");

        screens.fire(screens.find(OpsForm.class), "ops-form-submit", "{\"approved\":\"true\",\"comment\":\"\"}");

        assertThat(status(ticket)).isEqualTo(TicketStatus.REVIEWED);
        assertThat(screens.notice()).isEqualTo(ticket + ": Review ticket is done.");
        assertThat(screens.text()).contains("Monitor flickers twice");
        assertThat(rows()).extracting(InboxTask::objectKey).containsExactly(next.toString());
    }

    @Test
    void what_the_server_refuses_changes_nothing_and_the_form_stays() {
        TicketKey ticket = maker.pending("requester", "Lamp is broken");
        screens.open("supervisor", Locale.ENGLISH, "inbox/" + task(ticket) + "?view=claimable");
        OpsForm form = screens.find(OpsForm.class);

        screens.fire(form, "ops-form-submit", "{\"approved\":\"false\",\"comment\":\"\"}");

        assertThat(status(ticket)).isEqualTo(TicketStatus.PENDING_REVIEW);
        assertThat(screens.find(OpsForm.class)).isSameAs(form);
    }

    @Test
    void a_task_that_somebody_else_has_completed_says_so_and_keeps_what_was_typed() {
        TicketKey ticket = maker.pending("requester", "Door does not close");
        screens.open("supervisor", Locale.ENGLISH, "inbox/" + task(ticket) + "?view=claimable");
        OpsForm form = screens.find(OpsForm.class);
        tickets.review(ticket, new ReviewTicket(true, "by another way"));

        tick();

        assertThat(screens.text()).contains("What you had filled in was not submitted");
        assertThat(screens.find(OpsForm.class)).isSameAs(form);
        assertThat(screens.buttons()).doesNotContain("Submit, open next", "Claim");
    }

    @Test
    void an_engineer_finds_the_assigned_ticket_among_the_own_tasks() {
        TicketKey ticket = maker.reviewed();
        as.user("manager", () -> tickets.assign(ticket, new AssignTicket("engineer2", "close to you")));

        screens.open("engineer2", Locale.ENGLISH, "inbox?q=" + ticket);
        assertThat(rows()).extracting(InboxTask::step).containsExactly("startTicket");

        screens.open("engineer3", Locale.ENGLISH, "inbox?view=all&q=" + ticket);
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_strangers_task_is_not_shown() {
        TicketKey ticket = maker.pending("requester", "Window is stuck");

        screens.open("engineer", Locale.ENGLISH, "inbox/" + task(ticket));

        assertThat(screens.text())
                .contains("This task is not in your inbox any more")
                .doesNotContain("Window is stuck");
    }

    private String task(TicketKey ticket) {
        return as.user("admin", () -> processes.openTasks(ticket.toString(), Locale.ENGLISH))
                .get(0)
                .id();
    }

    private TicketStatus status(TicketKey ticket) {
        return as.user("admin", () -> tickets.get(ticket).status());
    }

    private void tick() {
        screens.fire(screens.find(LivePanel.class), "ops-live-tick", "");
    }

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<InboxTask> rows() {
        Grid<InboxTask> grid = screens.find(Grid.class);
        int size = grid.getDataProvider().size(new Query<>());
        return grid.getDataProvider()
                .fetch(new Query<>(0, Math.max(1, size), List.of(), null, null))
                .toList();
    }
}
