package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import io.opsflow.accounts.DelegationDetails;
import io.opsflow.accounts.DelegationFilter;
import io.opsflow.accounts.Delegations;
import io.opsflow.accounts.SetDelegation;
import io.opsflow.kernel.MovableClock;
import io.opsflow.kernel.Paging;
import io.opsflow.notifications.MyNotifications;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@OpsFlowTest
class AbsencePagesTest {

    @Autowired
    ApplicationContext product;

    @Autowired
    Delegations delegations;

    @Autowired
    MyNotifications messages;

    @Autowired
    Tickets tickets;

    @Autowired
    Inbox inbox;

    @Autowired
    As as;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Screens screens;

    @BeforeEach
    void prepare() {
        everybodyIsBack();
        jdbc.update("delete from notification");
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
        everybodyIsBack();
    }

    private void everybodyIsBack() {
        clock.reset();
        as.user("admin", () -> all().stream()
                .filter(DelegationDetails::endable)
                .forEach(delegation -> delegations.end(delegation.id())));
        jdbc.update("delete from delegation");
    }

    private List<DelegationDetails> all() {
        return delegations
                .page(new DelegationFilter(null, null), Paging.first(50))
                .items();
    }

    @Test
    void i_say_who_does_my_tasks_and_take_it_back() {
        screens.open("supervisor", Locale.SIMPLIFIED_CHINESE, "profile");
        screens.click("设置外出委托");
        screens.click("委托任务");
        assertThat(screens.find(ComboBox.class, box -> "同事".equals(box.getLabel()))
                        .isInvalid())
                .isTrue();
        colleague("同事").setValue(new Person("manager", "x"));
        screens.click("委托任务");
        assertThat(screens.notice()).contains("已委托");
        assertThat(screens.text()).contains("代我办理任务", "生效中");
        assertThat(as.user("manager", this::all)).singleElement().satisfies(set -> assertThat(
                        Duration.between(set.from(), set.to()))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25)));

        screens.click("结束");
        screens.fire(screens.find(ConfirmDialog.class), "confirm", "{}");
        assertThat(as.user("manager", this::all)).singleElement().satisfies(over -> assertThat(over.endedBy())
                .isEqualTo("supervisor"));
    }

    @SuppressWarnings("unchecked") // components are found by their raw class
    private ComboBox<Person> colleague(String label) {
        screens.find(Dialog.class);
        return screens.find(ComboBox.class, box -> label.equals(box.getLabel()));
    }

    @Test
    void the_colleague_sees_for_whom_a_task_is() {
        TicketKey key = new TicketMaker(tickets, as).pending();
        as.user(
                "supervisor",
                () -> delegations.set(
                        new SetDelegation(null, "manager", null, clock.instant().plus(Duration.ofDays(1)), "leave")));
        String task = as.user("manager", () -> inbox.page(
                        new InboxQuery(InboxQuery.View.ALL, null, null, key.toString()),
                        Paging.first(5),
                        Locale.ENGLISH)
                .items()
                .get(0)
                .id());
        screens.open("manager", Locale.ENGLISH, "inbox/" + task + "?view=all");
        assertThat(screens.text()).contains("for ");
        screens.go("profile");
        assertThat(screens.text()).contains("I do the tasks of", "In force", "leave");
        assertThat(screens.buttons()).doesNotContain("End");
        screens.go("notifications");
        assertThat(as.user("manager", () -> messages.unread())).isEqualTo(1);
        screens.click("Mark all read");
        assertThat(as.user("manager", () -> messages.unread())).isZero();
    }
}
