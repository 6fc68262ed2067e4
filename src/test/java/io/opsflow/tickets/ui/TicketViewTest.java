package io.opsflow.tickets.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.opsflow.design.LivePanel;
import io.opsflow.design.OpsForm;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.testing.SqlCount;
import io.opsflow.tickets.AddComment;
import io.opsflow.tickets.OpenTicket;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.TaskType;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketOutcome;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@OpsFlowTest
class TicketViewTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    As as;

    @Autowired
    Tickets tickets;

    @Autowired
    SqlCount statements;

    @Autowired
    JdbcTemplate sql;

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
    void everybody_reads_whom_the_ticket_waits_for_and_sees_only_the_own_actions() {
        TicketKey ticket = maker.pending();

        screens.open("requester", Locale.SIMPLIFIED_CHINESE, "tickets/" + ticket);
        assertThat(screens.text()).contains("正在等待").contains("管理方").contains("您可以：更正、撤回。");
        assertThat(screens.buttons()).contains("更正", "撤回", "发送").doesNotContain("审核…");

        screens.open("supervisor", Locale.SIMPLIFIED_CHINESE, "tickets/" + ticket);
        assertThat(screens.buttons()).contains("审核…", "发送").doesNotContain("更正", "撤回");

        screens.open("viewer", Locale.ENGLISH, "tickets/" + ticket);
        assertThat(screens.text()).contains("There is nothing for you to do now.");
        assertThat(screens.buttons()).doesNotContain("Review…", "Correct", "Withdraw", "Send");
    }

    @Test
    void an_action_opens_the_tasks_form_and_completes_it() {
        TicketKey ticket = maker.pending();
        screens.open("supervisor", Locale.ENGLISH, "tickets/" + ticket);

        screens.click("Review…");
        screens.fire(screens.find(OpsForm.class), "ops-form-submit", "{\"approved\":\"true\",\"comment\":\"go on\"}");

        assertThat(ticket(ticket).status()).isEqualTo(TicketStatus.REVIEWED);
        assertThat(screens.text())
                .contains("approved the review")
                .contains("go on")
                .contains("Project manager");
    }

    @Test
    void the_requester_corrects_and_withdraws_before_the_review() {
        TicketKey ticket = maker.pending();
        screens.open("requester", Locale.ENGLISH, "tickets/" + ticket);

        screens.click("Correct");
        TextField title = screens.find(TextField.class, field -> "Title".equals(field.getLabel()));
        title.setValue("  ");
        screens.click("Save correction");
        assertThat(title.isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).isNotBlank();
        title.setValue("Export stops at 80 percent");
        screens.click("Save correction");
        assertThat(ticket(ticket).title()).isEqualTo("Export stops at 80 percent");
        assertThat(screens.text()).contains("Export stops at 80 percent");

        screens.click("Withdraw");
        screens.click("Withdraw " + ticket);
        assertThat(ticket(ticket).outcome()).isEqualTo(TicketOutcome.WITHDRAWN);
        assertThat(screens.buttons()).doesNotContain("Correct", "Withdraw");
    }

    @Test
    void a_comment_appears_for_the_others_and_what_they_type_stays() {
        TicketKey ticket = maker.pending();
        screens.open("requester", Locale.ENGLISH, "tickets/" + ticket);
        TextArea box = screens.find(TextArea.class);
        box.setValue("half a sente");
        as.user("supervisor", () -> tickets.comment(ticket, new AddComment("Which printer?")));

        screens.fire(screens.find(LivePanel.class), "ops-live-tick", "");

        assertThat(screens.text()).contains("Which printer?");
        assertThat(box.getValue()).isEqualTo("half a sente");

        box.setValue("The one on floor 3");
        screens.click("Send");
        assertThat(screens.text()).contains("The one on floor 3");
        assertThat(box.getValue()).isEmpty();
    }

    @Test
    void the_timeline_shows_one_kind_when_asked() {
        TicketKey ticket = maker.inProgress();
        as.user("requester", () -> tickets.comment(ticket, new AddComment("Thank you already")));
        screens.open("requester", Locale.ENGLISH, "tickets/" + ticket);

        screens.click("Comments 1");
        assertThat(screens.text()).contains("Thank you already").doesNotContain("started handling");

        screens.click("Transitions 4");
        assertThat(screens.text()).contains("started handling").doesNotContain("Thank you already");
    }

    @Test
    void a_ticket_with_more_than_ten_thousand_comments_opens_at_the_newest_and_reads_on_from_there() {
        TicketKey ticket = maker.pending();
        sql.update(
                "insert into ticket_comment (id, ticket_id, author, remark, created_at) select 500000000 + x, ?,"
                        + " 'requester', concat('word ', x, '.'), dateadd('second', x, timestamp '2026-01-01 00:00:00')"
                        + " from system_range(1, 10050)",
                ticket.number());

        screens.open("requester", Locale.ENGLISH, "tickets/" + ticket);
        assertThat(screens.buttons()).contains("Comments 10000+");
        assertThat(screens.text()).contains("word 10050.", "word 9851.").doesNotContain("word 9850.");

        screens.click("Show older comments");
        assertThat(screens.text()).contains("word 10050.", "word 9850.", "word 9651.");
    }

    @Test
    void a_page_on_which_nothing_happens_asks_four_statements_at_each_tick() {
        TicketKey ticket = maker.inProgress();
        screens.open("requester", Locale.ENGLISH, "tickets/" + ticket);
        LivePanel live = screens.find(LivePanel.class);
        screens.fire(live, "ops-live-tick", ""); // names and memberships are remembered

        List<String> idle = statements.during(() -> screens.fire(live, "ops-live-tick", ""));
        assertThat(idle).hasSize(4).noneMatch(statement -> statement.contains("count("));

        as.user("supervisor", () -> tickets.comment(ticket, new AddComment("Anything new?")));
        assertThat(statements.during(() -> screens.fire(live, "ops-live-tick", "")))
                .hasSizeGreaterThan(4);
        assertThat(screens.text()).contains("Anything new?");
    }

    @Test
    void markup_in_any_text_is_text() {
        String bad = "<img src=x onerror=alert(1)>";
        TicketKey ticket =
                as.user("requester", () -> tickets.open(new OpenTicket(bad, bad, TaskType.DEMAND, Priority.LOW))
                        .key());
        as.user("requester", () -> tickets.comment(ticket, new AddComment(bad)));

        screens.open("requester", Locale.ENGLISH, "tickets/" + ticket);

        assertThat(screens.text()).contains(bad);
        assertThat(com.vaadin.flow.component.UI.getCurrent().getElement().getOuterHTML())
                .doesNotContain("<img");
    }

    @Test
    void the_process_tells_where_the_ticket_stands() {
        TicketKey ticket = maker.inProgress();

        screens.open("engineer", Locale.SIMPLIFIED_CHINESE, "tickets/" + ticket);

        assertThat(screens.text())
                .contains("审核工单 · ")
                .contains("处理工单 · ")
                .contains("确认结果 · ")
                .contains("结单");
        assertThat(screens.find(Anchor.class, link -> "工单".equals(link.getText()))
                        .getHref())
                .isEqualTo("tickets");
    }

    private TicketDetails ticket(TicketKey key) {
        return as.user("admin", () -> tickets.get(key));
    }
}
