package io.opsflow.assets.process;

import static io.opsflow.assets.Inventory.change;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.opsflow.assets.AssetChange;
import io.opsflow.assets.AssetFiles;
import io.opsflow.assets.AssetKind;
import io.opsflow.assets.Contract;
import io.opsflow.assets.ImportOrder;
import io.opsflow.assets.Inventory;
import io.opsflow.assets.Racks;
import io.opsflow.assets.ReminderDetails;
import io.opsflow.assets.ReminderKey;
import io.opsflow.assets.ReminderStatus;
import io.opsflow.assets.Reminders;
import io.opsflow.assets.Rooms;
import io.opsflow.assets.ServerStatus;
import io.opsflow.assets.Servers;
import io.opsflow.assets.Why;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.Answers;
import io.opsflow.workflow.EngineClock;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.InboxQuery;
import io.opsflow.workflow.Processes;
import io.opsflow.workflow.SystemIdentity;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** Every end and every timer of bpmn/assets/contract-reminder.bpmn, and what begins and ends it. */
@OpsFlowTest
class ContractReminderProcessTest {

    private final LocalDate end = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(300);

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    Reminders reminders;

    @Autowired
    AssetFiles files;

    @Autowired
    Processes processes;

    @Autowired
    Inbox inbox;

    @Autowired
    EngineClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService running;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    As as;

    private Inventory inventory;
    private String number = "";
    private long server;
    private long minutes;
    private final Map<ReminderKey, ProcessInstance> begun = new HashMap<>();

    @BeforeEach
    void a_server_with_a_warranty_whose_owner_is_the_manager() {
        init(engine);
        inventory = new Inventory(rooms, racks, servers, as);
        number = Inventory.unique("WAR");
        clock.moveTo(morning(end.minusDays(300)));
        server = inventory.add(Inventory.named(number)).id();
        edit("warranty_until", end.toString());
        edit("owner", "manager");
    }

    @AfterEach
    void and_nothing_is_left() {
        clock.reset();
        running.createProcessInstanceQuery()
                .processDefinitionKey("contract-reminder")
                .list()
                .forEach(left -> running.deleteProcessInstance(left.getId(), "end of test"));
        sql.update("delete from asset_reminder");
        sql.update("update asset_server set warranty_until = null, lease_until = null");
        sql.update("update asset_rack set lease_until = null");
        sql.update("delete from notification where link = ?", "servers/" + server);
    }

    @Test
    void ninety_days_before_a_warranty_ends_the_owner_is_told_and_the_operators_have_a_task() {
        ReminderDetails reminder = begun();
        assertThat(process(reminder)).isWaitingAtExactly("timeToRemind");
        runOn(end.minusDays(91));
        assertThat(process(reminder)).isWaitingAtExactly("timeToRemind");
        then(told()).isEmpty();

        runOn(end.minusDays(90));

        assertThat(process(reminder))
                .isWaitingAtExactly("decideContract")
                .task()
                .hasCandidateGroup("OPERATOR")
                .isNotAssigned();
        then(status(reminder)).isEqualTo(ReminderStatus.PENDING_DECISION);
        then(told()).containsExactly("assets.reminder.ahead");
        then(inbox(reminder)).containsExactly(number + " · " + end);
    }

    @Test
    void twice_more_and_at_the_end_the_owner_is_told_while_nobody_decides() {
        ReminderDetails reminder = begun();
        runOn(end.minusDays(90));
        runOn(end.minusDays(60));
        runOn(end.minusDays(30));
        then(told()).hasSize(3);

        runOn(end.plusDays(1));

        then(told()).hasSize(4).last().isEqualTo("assets.reminder.over");
        assertThat(process(reminder)).isWaitingAtExactly("decideContract").hasPassed("remindedAgain", "remindedAtEnd");
    }

    @Test
    void whoever_renews_says_until_when_and_the_next_end_has_a_reminder_of_its_own() {
        ReminderDetails reminder = waiting();
        refused(reminder, Map.of("decision", "renew"), "new_until");
        refused(reminder, Map.of("decision", "renew", "new_until", end.toString()), "new_until");
        refused(reminder, Map.of("decision", "renew", "new_until", "2200-01-01"), "new_until");
        refused(reminder, Map.of("decision", "renew", "new_until", "next year"), "new_until");
        refused(reminder, Map.of("decision", "sell"), "decision");
        LocalDate next = end.plusDays(200);

        decide("operator", reminder, Map.of("decision", "renew", "new_until", next.toString(), "comment", "合同 17"));

        assertThat(process(reminder)).isEnded().hasPassed("renewContract", "contractRenewed");
        then(status(reminder)).isEqualTo(ReminderStatus.RENEWED);
        then(as.user("viewer", () -> servers.get(server)).facts().warrantyUntil())
                .isEqualTo(next);
        AssetChange last = lastChange();
        then(last.reason()).isEqualTo("合同 17");
        then(last.ticket()).isEqualTo(reminder.key().toString());
        then(last.onBehalfOf()).isEqualTo("operator");
        then(begun().endsOn()).isEqualTo(next);
    }

    @Test
    void what_is_retired_is_retired_on_record_and_nobody_is_reminded_of_its_lease_either() {
        edit("lease_until", end.plusDays(5).toString());
        ReminderDetails warranty = waiting();
        then(open()).hasSize(2);

        decide("operator", warranty, Map.of("decision", "retire", "comment", "old"));

        assertThat(process(warranty)).isEnded().hasPassed("retireAsset", "assetRetired");
        then(as.user("viewer", () -> servers.get(server)).facts().status()).isEqualTo(ServerStatus.RETIRED);
        then(open()).isEmpty();
        begin();
        then(open()).isEmpty();
    }

    @Test
    void what_is_to_be_replaced_is_not_asked_about_again() {
        ReminderDetails reminder = waiting();
        decide("operator", reminder, Map.of("decision", "replace"));

        assertThat(process(reminder)).isEnded().hasPassed("replacementDecided");
        then(status(reminder)).isEqualTo(ReminderStatus.REPLACED);
        begin();
        then(open()).isEmpty();
    }

    @Test
    void only_who_manages_assets_decides() {
        ReminderDetails reminder = waiting();
        assertThatThrownBy(() -> decide("manager", reminder, Map.of("decision", "replace")))
                .isInstanceOf(AccessDeniedException.class);
        as.user("operator", () -> {
            assertThatThrownBy(() -> reminders.begin(1)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reminders.renew(reminder.key())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reminders.retire(reminder.key())).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reminders.tell(reminder.key())).isInstanceOf(AccessDeniedException.class);
        });
    }

    @Test
    void another_day_moves_the_reminder_and_the_same_day_twice_makes_no_second_one() {
        ReminderDetails reminder = waiting();
        edit("warranty_until", end.toString());
        edit("vendor", "戴尔");
        begin();
        then(open()).extracting(ReminderDetails::key).containsExactly(reminder.key());

        edit("warranty_until", end.plusDays(20).toString());

        assertThat(process(reminder)).isEnded().hasPassed("reminderDropped");
        then(status(reminder)).isEqualTo(ReminderStatus.DROPPED);
        then(inbox(reminder)).isEmpty();
        then(begun().endsOn()).isEqualTo(end.plusDays(20));
        edit("warranty_until", end.toString());
        then(begun().endsOn()).isEqualTo(end);
        edit("warranty_until", null);
        then(open()).isEmpty();
    }

    @Test
    void an_import_moves_reminders_as_well() {
        ReminderDetails reminder = waiting();
        byte[] file = ("asset_number,warranty_until\n" + number + "," + end.plusDays(9) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        ImportOrder order = new ImportOrder(AssetKind.SERVER, false, false, null, Locale.ENGLISH);
        then(as.user("operator", () -> files.read(order, new ByteArrayInputStream(file)))
                        .updated())
                .isEqualTo(1);
        then(status(reminder)).isEqualTo(ReminderStatus.DROPPED);
    }

    @Test
    void retiring_or_deleting_a_server_ends_its_reminder() {
        ReminderDetails reminder = waiting();
        edit("status", "retired");
        then(status(reminder)).isEqualTo(ReminderStatus.DROPPED);
        edit("status", "in_stock");
        ReminderDetails again = begun();
        as.user("operator", () -> servers.delete(server, Why.unsaid()));
        assertThat(process(again)).isEnded().hasPassed("reminderDropped");
        then(status(again)).isEqualTo(ReminderStatus.DROPPED);
    }

    @Test
    void a_leased_rack_reminds_earlier_and_is_renewed_in_its_record() {
        long rack = inventory.rack().id();
        as.user("operator", () -> racks.edit(rack, change("lease_until", end.toString())));
        begin();
        ReminderDetails reminder =
                as.user("viewer", () -> reminders.open(AssetKind.RACK, rack)).get(0);
        then(reminder.contract()).isEqualTo(Contract.LEASE);
        runOn(end.minusDays(121));
        assertThat(process(reminder)).isWaitingAtExactly("timeToRemind");
        runOn(end.minusDays(120));
        assertThat(process(reminder)).isWaitingAtExactly("decideContract");

        decide(
                "operator",
                reminder,
                Map.of("decision", "renew", "new_until", end.plusYears(1).toString()));

        then(as.user("viewer", () -> racks.get(rack)).facts().leaseUntil()).isEqualTo(end.plusYears(1));
    }

    @Test
    void contracts_that_end_later_than_in_a_year_or_have_ended_have_no_process() {
        clock.moveTo(morning(end.minusDays(Reminders.HORIZON + 1)));
        begin();
        then(open()).isEmpty();
        clock.moveTo(morning(end.plusDays(1)));
        begin();
        then(open()).isEmpty();
        clock.moveTo(morning(end));
        begin();
        then(open()).hasSize(1);
    }

    @Test
    void many_contracts_are_begun_a_few_at_a_time() {
        begin(1_000);
        for (int i = 0; i < 4; i++) {
            long other =
                    inventory.add(Inventory.named(Inventory.unique("MANY"))).id();
            as.user("operator", () -> servers.edit(other, change("lease_until", end.toString())));
        }
        then(begin(3)).isEqualTo(3);
        then(begin(3)).isEqualTo(1);
        then(begin(3)).isZero();
    }

    private ReminderDetails waiting() {
        ReminderDetails reminder = begun();
        runOn(end.minusDays(90));
        assertThat(process(reminder)).isWaitingAtExactly("decideContract");
        return reminder;
    }

    private ReminderDetails begun() {
        begin();
        ReminderDetails reminder = open().get(0);
        process(reminder);
        return reminder;
    }

    private void begin() {
        begin(100);
    }

    private int begin(int most) {
        AtomicInteger begun = new AtomicInteger();
        SystemIdentity.during(() -> begun.set(reminders.begin(most)));
        return begun.get();
    }

    private List<ReminderDetails> open() {
        return as.user("viewer", () -> reminders.open(AssetKind.SERVER, server));
    }

    private ReminderStatus status(ReminderDetails reminder) {
        return as.user("viewer", () -> reminders.get(reminder.key())).status();
    }

    private ProcessInstance process(ReminderDetails reminder) {
        return begun.computeIfAbsent(reminder.key(), key -> running.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult());
    }

    private void edit(String field, @Nullable String value) {
        as.user("operator", () -> servers.edit(server, change(field, value)));
    }

    private void decide(String user, ReminderDetails reminder, Map<String, Object> answers) {
        as.user(user, () -> processes.complete(reminder.key().toString(), "decide_contract", new Answers(answers)));
    }

    private void refused(ReminderDetails reminder, Map<String, Object> answers, String field) {
        assertThatThrownBy(() -> decide("operator", reminder, answers))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> then(invalid.errors()).extracting("field").contains(field));
    }

    private void runOn(LocalDate day) {
        // A minute later each time: a clock that stands still on the very moment of a repetition repeats it for ever.
        minutes++;
        clock.moveTo(morning(day).plusSeconds(60 * minutes));
        clock.runDueJobs();
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private List<String> told() {
        return sql.queryForList(
                "select message_key from notification where recipient = 'manager' and link = ? order by id",
                String.class,
                "servers/" + server);
    }

    private List<String> inbox(ReminderDetails reminder) {
        InboxQuery query =
                new InboxQuery(InboxQuery.View.ALL, null, null, reminder.key().toString());
        return as.user("operator", () -> inbox.page(query, Paging.first(5), Locale.ENGLISH).items().stream()
                .map(task -> task.title())
                .toList());
    }

    private AssetChange lastChange() {
        return as.user("viewer", () -> servers.changes(server, Paging.first(1)))
                .items()
                .get(0);
    }
}
