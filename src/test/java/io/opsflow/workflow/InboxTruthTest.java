package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.tickets.CorrectTicket;
import io.opsflow.tickets.ReviewTicket;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketLogEntry;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import io.opsflow.tickets.WithdrawTicket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator does with instances through the engine's own API, as the inbox and the objects see it. */
@OpsFlowTest
class InboxTruthTest {

    private static final String OTHER = "ticket-handling-moved";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    EngineClock clock;

    @Autowired
    Tickets tickets;

    @Autowired
    Inbox inbox;

    @Autowired
    InboxTable table;

    @Autowired
    ProcessLibrary library;

    @Autowired
    As as;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
    }

    @AfterEach
    void tidy() {
        identity.clearAuthentication();
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        repository
                .createDeploymentQuery()
                .deploymentName(OTHER)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void a_suspended_instance_stays_in_the_inbox_and_says_who_suspended_it() {
        TicketKey key = make.pending();
        asAdministrator(() -> runtime.suspendProcessInstanceById(instanceOf(key)));
        assertThat(history.createUserOperationLogQuery()
                        .processInstanceId(instanceOf(key))
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_SUSPEND)
                        .list())
                .hasSize(1)
                .first()
                .satisfies(entry -> history.setAnnotationForOperationLogById(entry.getOperationId(), "audit"));

        InboxTask listed = offered(key);
        assertThat(listed.suspended()).isTrue();
        TaskDetails task = as.user("supervisor", () -> inbox.get(listed.id(), Locale.ENGLISH));
        assertThat(task)
                .extracting(TaskDetails::claimable, TaskDetails::completable, TaskDetails::releasable)
                .containsOnly(false);
        assertThat(task.suspension())
                .extracting(Suspension::by, Suspension::reason)
                .containsExactly("admin", "audit");
        assertNothingCanBeDone(key);

        asAdministrator(() -> runtime.activateProcessInstanceById(instanceOf(key)));

        assertThat(offered(key).suspended()).isFalse();
        assertThat(seen("supervisor", key).availableActions()).containsExactly("review");
    }

    @Test
    void a_definition_that_is_suspended_with_its_instances_suspends_their_tasks() {
        TicketKey key = make.pending();
        String definition = definitionOf(key);
        asAdministrator(() -> repository.suspendProcessDefinitionById(definition, true, null));
        try {
            assertThat(offered(key).suspended()).isTrue();
            assertThat(as.user("supervisor", () -> inbox.get(offered(key).id(), Locale.ENGLISH))
                            .suspension())
                    .extracting(Suspension::by)
                    .isEqualTo("admin");
            assertNothingCanBeDone(key);
        } finally {
            repository.activateProcessDefinitionById(definition, true, null);
        }
        assertThat(offered(key).suspended()).isFalse();
    }

    @Test
    void a_batch_suspends_and_activates_tasks_as_well() {
        TicketKey key = make.pending();
        List<String> instance = List.of(instanceOf(key));

        runtime.updateProcessInstanceSuspensionState()
                .byProcessInstanceIds(instance)
                .suspendAsync();
        clock.runDueJobs();
        assertThat(offered(key).suspended()).isTrue();
        assertNothingCanBeDone(key);

        runtime.updateProcessInstanceSuspensionState()
                .byProcessInstanceIds(instance)
                .activateAsync();
        clock.runDueJobs();
        assertThat(offered(key).suspended()).isFalse();
        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, "agreed")));
    }

    @Test
    void a_deleted_instance_leaves_the_inbox_and_its_ticket_offers_nothing() {
        TicketKey heard = make.pending();
        TicketKey silent = make.pending();
        runtime.deleteProcessInstance(instanceOf(heard), "a mistake");
        runtime.deleteProcessInstance(instanceOf(silent), "a mistake", true, true, true);

        for (TicketKey key : List.of(heard, silent)) {
            assertThat(table.ofObject(key.toString())).isEmpty();
            assertThat(seen("requester", key).status()).isEqualTo(TicketStatus.PENDING_REVIEW);
            assertThat(seen("requester", key).availableActions()).isEmpty();
            assertThat(as.user("requester", () -> library.ofObject(key.toString(), Locale.ENGLISH))
                            .active())
                    .isEmpty();
            assertThatThrownBy(() -> as.user("requester", () -> tickets.withdraw(key, new WithdrawTicket(null))))
                    .isInstanceOf(ActionNotOpen.class);
        }
    }

    @Test
    void a_migrated_task_has_the_step_the_action_and_the_form_of_its_new_version() {
        TicketKey key = make.pending();
        String target = deployOther();

        migrate(key, target, "reviewTicket", "checkTicket");

        assertThat(table.ofObject(key.toString()))
                .extracting(InboxRow::definitionId, InboxRow::processKey, InboxRow::step, InboxRow::action)
                .containsExactly(tuple(target, OTHER, "checkTicket", "review"));
        assertThat(offered(key).stepName()).isEqualTo("Check ticket");
        assertThat(log(key)).as("it stands for the same state").hasSize(1);
        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, "agreed")));
        assertThat(seen("requester", key).status()).isEqualTo(TicketStatus.REVIEWED);
    }

    @Test
    void a_ticket_follows_when_its_task_is_migrated_to_one_that_stands_for_another_state() {
        TicketKey key = make.assigned();
        String target = deployOther();

        migrate(key, target, "startTicket", "handleTicket");

        assertThat(seen("engineer", key).status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(seen("engineer", key).availableActions()).containsExactly("handle");
        assertThat(log(key)).last().satisfies(entry -> {
            assertThat(entry.from()).isEqualTo(TicketStatus.ASSIGNED);
            assertThat(entry.to()).isEqualTo(TicketStatus.IN_PROGRESS);
            assertThat(entry.action()).isEqualTo("move");
        });
    }

    @Test
    void a_batch_migrates_as_well() {
        TicketKey key = make.pending();
        String target = deployOther();

        runtime.newMigration(runtime.createMigrationPlan(definitionOf(key), target)
                        .mapActivities("reviewTicket", "checkTicket")
                        .build())
                .processInstanceIds(instanceOf(key))
                .executeAsync();
        clock.runDueJobs();

        assertThat(table.ofObject(key.toString())).extracting(InboxRow::step).containsExactly("checkTicket");
    }

    @Test
    void a_modified_instance_takes_its_ticket_and_its_task_along_also_without_listeners() {
        TicketKey key = make.inProgress();
        String task = table.ofObject(key.toString()).get(0).id();

        runtime.createProcessInstanceModification(instanceOf(key))
                .cancelAllForActivity("handleTicket")
                .startBeforeActivity("reviewTicket")
                .execute(true, true);

        assertThat(seen("supervisor", key).status()).isEqualTo(TicketStatus.PENDING_REVIEW);
        assertThat(seen("supervisor", key).availableActions()).containsExactly("review");
        assertThat(table.find(task)).isEmpty();
        assertThat(offered(key).step()).isEqualTo("reviewTicket");
        assertThat(log(key))
                .last()
                .extracting(TicketLogEntry::action, TicketLogEntry::to)
                .containsExactly("move", TicketStatus.PENDING_REVIEW);
    }

    private void assertNothingCanBeDone(TicketKey key) {
        assertThat(seen("supervisor", key).availableActions()).isEmpty();
        assertThat(seen("requester", key).availableActions()).isEmpty();
        assertThatThrownBy(() -> as.user("supervisor", () -> tickets.review(key, new ReviewTicket(true, "agreed"))))
                .isInstanceOf(ProcessSuspended.class);
        assertThatThrownBy(() ->
                        as.user("supervisor", () -> inbox.claim(offered(key).id(), Locale.ENGLISH)))
                .isInstanceOf(ProcessSuspended.class);
        assertThatThrownBy(() -> as.user("requester", () -> tickets.withdraw(key, new WithdrawTicket(null))))
                .isInstanceOf(ProcessSuspended.class);
        assertThatThrownBy(() -> as.user(
                        "requester", () -> tickets.correct(key, new CorrectTicket("Other", null, null, null, null))))
                .isInstanceOf(ProcessSuspended.class);
        assertThat(seen("requester", key).status()).isEqualTo(TicketStatus.PENDING_REVIEW);
    }

    private void asAdministrator(Runnable work) {
        identity.setAuthentication("admin", List.of(Permissions.PROCESSES_WATCH, Permissions.PROCESSES_OPERATE));
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private void migrate(TicketKey key, String target, String from, String to) {
        runtime.newMigration(runtime.createMigrationPlan(definitionOf(key), target)
                        .mapActivities(from, to)
                        .build())
                .processInstanceIds(instanceOf(key))
                .execute();
    }

    /** The ticket process under another name, with another first step. */
    private String deployOther() {
        String diagram = resource("bpmn/tickets/ticket-handling.bpmn")
                .replace("ticket-handling", OTHER)
                .replace("reviewTicket", "checkTicket")
                .replace("\"Review ticket\"", "\"Check ticket\"");
        Map<String, byte[]> files = new HashMap<>();
        files.put("bpmn/tickets/" + OTHER + ".bpmn", diagram.getBytes(StandardCharsets.UTF_8));
        for (String form : List.of("review", "assign", "start", "handle", "confirm")) {
            String name = "forms/tickets/" + form + "-ticket.form";
            files.put(name, resource(name).getBytes(StandardCharsets.UTF_8));
        }
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(new Unguarded(engine).deploy(OTHER, files).getId())
                .singleResult()
                .getId();
    }

    private static String resource(String name) {
        try (InputStream content = InboxTruthTest.class.getResourceAsStream("/" + name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private InboxTask offered(TicketKey key) {
        InboxQuery query = new InboxQuery(InboxQuery.View.ALL, null, null, key.toString());
        return as.user(
                "supervisor",
                () -> inbox.page(query, Paging.first(1), Locale.ENGLISH).items().get(0));
    }

    private TicketDetails seen(String person, TicketKey key) {
        return as.user(person, () -> tickets.get(key));
    }

    private List<TicketLogEntry> log(TicketKey key) {
        return as.user("admin", () -> tickets.log(key));
    }

    private ProcessInstance running(TicketKey key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }

    private String instanceOf(TicketKey key) {
        return running(key).getId();
    }

    private String definitionOf(TicketKey key) {
        return running(key).getProcessDefinitionId();
    }
}
