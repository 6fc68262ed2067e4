package io.opsflow.tickets.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketSummary;
import io.opsflow.tickets.Tickets;
import io.opsflow.tickets.WithdrawTicket;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OpsFlowTest
class TicketListsTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    As as;

    @Autowired
    Tickets tickets;

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
    void a_requester_sees_only_the_own_tickets_and_may_file_one() {
        TicketKey own = maker.pending("requester", "Listed toner low");
        TicketKey others = maker.pending("requester2", "Listed toner empty");

        screens.open("requester", Locale.ENGLISH, "tickets?q=Listed toner");
        assertThat(rows()).contains(own).doesNotContain(others);
        assertThat(screens.buttons()).contains("New ticket");

        screens.open("viewer", Locale.ENGLISH, "tickets?q=Listed toner");
        assertThat(rows()).contains(own, others);
        assertThat(screens.buttons()).doesNotContain("New ticket");
    }

    @Test
    void the_address_narrows_the_list() {
        TicketKey high = maker.pending("requester", "Narrowed badge reader");

        screens.open(
                "admin", Locale.ENGLISH, "tickets?q=Narrowed&priority=high&status=pending_review&task_type=problem");
        assertThat(rows()).containsExactly(high);

        screens.go("tickets?q=Narrowed&priority=low");
        assertThat(rows()).isEmpty();

        screens.go("tickets?q=Narrowed&created_to=2001-01-01");
        assertThat(rows()).isEmpty();
    }

    @Test
    void closed_tickets_stand_in_the_history_only() {
        TicketKey closed = maker.pending("requester", "Archived request");
        as.user("requester", () -> tickets.withdraw(closed, new WithdrawTicket("not needed")));

        screens.open("requester", Locale.SIMPLIFIED_CHINESE, "tickets?q=Archived");
        assertThat(rows()).isEmpty();

        screens.go("tickets/history?q=Archived");
        assertThat(rows()).containsExactly(closed);
    }

    @Test
    void a_new_ticket_leads_to_its_page_and_what_is_missing_is_said_at_its_field() {
        screens.open("requester", Locale.SIMPLIFIED_CHINESE, "tickets/new");
        TextField title = screens.find(TextField.class, field -> "标题".equals(field.getLabel()));
        screens.click("提交工单");
        assertThat(title.isInvalid()).isTrue();
        assertThat(title.getErrorMessage()).isEqualTo("请填写标题。");

        title.setValue("四楼会议室投影仪无法开机");
        screens.find(TextArea.class, field -> "详细说明".equals(field.getLabel())).setValue("指示灯不亮。");
        screens.click("提交工单");

        TicketKey filed = as.user("requester", () -> tickets.search(
                        new TicketFilter(Set.of(), Set.of(), null, null, null, "会议室投影仪", null, null, null, null, null),
                        Paging.first(1))
                .items()
                .get(0)
                .key());
        assertThat(screens.notice()).isEqualTo("工单 " + filed + " 已提交，等待审核。");
        assertThat(screens.text()).contains("四楼会议室投影仪无法开机").contains("指示灯不亮。");
    }

    @SuppressWarnings("unchecked") // the only grid of the page
    private List<TicketKey> rows() {
        Grid<TicketSummary> grid = screens.find(Grid.class);
        int size = grid.getDataProvider().size(new Query<>());
        return grid.getDataProvider()
                .fetch(new Query<>(0, Math.max(1, Math.min(size, 200)), List.of(), null, null))
                .map(TicketSummary::key)
                .toList();
    }
}
