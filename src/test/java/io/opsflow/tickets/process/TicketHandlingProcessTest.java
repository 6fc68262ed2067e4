package io.opsflow.tickets.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.BDDAssertions.then;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.tickets.ConfirmTicket;
import io.opsflow.tickets.ReviewTicket;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import io.opsflow.tickets.WithdrawTicket;
import io.opsflow.workflow.EngineClock;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every end, the boundary event and the error path of bpmn/tickets/ticket-handling.bpmn, with nothing mocked. */
@OpsFlowTest
class TicketHandlingProcessTest {

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    @Autowired
    EngineClock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService running;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcTemplate jdbc;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        init(engine);
        make = new TicketMaker(tickets, as);
    }

    @Test
    void a_new_ticket_waits_for_its_review() {
        TicketKey key = make.pending();

        assertThat(instanceOf(key))
                .isWaitingAtExactly("reviewTicket")
                .task()
                .hasCandidateGroup("SUPERVISOR")
                .isNotAssigned();
        assertThat(instanceOf(key)).variables().containsExactly(entry("requester", "requester"));
    }

    @Test
    void an_approved_ticket_waits_for_its_assignment() {
        assertThat(instanceOf(make.reviewed()))
                .isWaitingAtExactly("assignTicket")
                .task()
                .hasCandidateGroup("PROJECT_MANAGER");
    }

    @Test
    void an_assigned_ticket_waits_for_its_engineer() {
        assertThat(instanceOf(make.assigned()))
                .isWaitingAtExactly("startTicket")
                .task()
                .isAssignedTo("engineer");
        assertThat(instanceOf(make.inProgress()))
                .isWaitingAtExactly("handleTicket")
                .task()
                .isAssignedTo("engineer");
    }

    @Test
    void a_solution_waits_for_the_requester() {
        assertThat(instanceOf(make.completed()))
                .isWaitingAtExactly("confirmTicket")
                .task()
                .isAssignedTo("requester");
    }

    @Test
    void a_refused_confirmation_goes_back_to_the_same_engineer() {
        TicketKey key = make.completed();

        as.user("requester", () -> tickets.confirm(key, new ConfirmTicket(false, "still dead")));

        assertThat(instanceOf(key)).isWaitingAtExactly("handleTicket").task().isAssignedTo("engineer");
    }

    @Test
    void a_refused_review_ends_in_refused() {
        TicketKey key = make.pending();
        ProcessInstance process = instanceOf(key);

        as.user("supervisor", () -> tickets.review(key, new ReviewTicket(false, "not ours")));

        assertThat(process).isEnded().hasPassed("refused").hasNotPassed("assignTicket", "withdrawn");
    }

    @Test
    void a_withdrawal_interrupts_the_review() {
        TicketKey key = make.pending();
        ProcessInstance process = instanceOf(key);

        as.user("requester", () -> tickets.withdraw(key, new WithdrawTicket("solved")));

        assertThat(process).isEnded().hasPassed("ticketWithdrawn", "withdrawn").hasNotPassed("refused");
    }

    @Test
    void a_confirmed_ticket_is_closed_by_a_job_of_its_own() {
        TicketKey key = make.confirmed();
        ProcessInstance process = instanceOf(key);
        assertThat(process).isNotEnded().hasPassed("ticketConfirmed");
        then(seen(key).status()).isEqualTo(TicketStatus.CONFIRMED);

        clock.runDueJobs();

        assertThat(process).isEnded().hasPassedInOrder("ticketConfirmed", "closeTicket", "ticketClosed");
        then(seen(key).status()).isEqualTo(TicketStatus.CLOSED);
    }

    @Test
    void a_ticket_that_was_never_confirmed_is_not_closed_but_left_to_administrators() {
        TicketKey key = make.confirmed();
        ProcessInstance process = instanceOf(key);
        status(key, 50);

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatThrownBy(() -> runJobOf(process)).hasMessageContaining("ticket-not-confirmed");
        }

        assertThat(process).isWaitingAtExactly("closeTicket");
        then(incidentsOf(process)).isEqualTo(1);
        then(seen(key).status()).isEqualTo(TicketStatus.COMPLETED);

        // Its cause is repaired, and the administrator tries again.
        status(key, 60);
        runJobOf(process);

        assertThat(process).isEnded();
        then(incidentsOf(process)).isZero();
    }

    @Test
    void only_what_the_diagram_reads_is_a_variable() {
        TicketKey key = make.confirmed();

        then(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instanceOf(key).getId())
                        .list())
                .extracting(variable -> variable.getName())
                .containsExactlyInAnyOrder("requester", "approved", "assignee", "confirmed");
    }

    private void status(TicketKey key, int stored) {
        jdbc.update("update ticket set status = ? where id = ?", stored, key.number());
    }

    private void runJobOf(ProcessInstance process) {
        Job job = management.createJobQuery().processInstanceId(process.getId()).singleResult();
        management.executeJob(job.getId());
    }

    private long incidentsOf(ProcessInstance process) {
        return running.createIncidentQuery().processInstanceId(process.getId()).count();
    }

    private TicketDetails seen(TicketKey key) {
        return as.user("admin", () -> tickets.get(key));
    }

    private ProcessInstance instanceOf(TicketKey key) {
        return running.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult();
    }

    private static ProcessInstanceAssert assertThat(ProcessInstance process) {
        return BpmnAwareTests.assertThat(process);
    }
}
