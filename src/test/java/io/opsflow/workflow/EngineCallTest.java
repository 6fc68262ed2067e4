package io.opsflow.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.tickets.HandleTicket;
import io.opsflow.tickets.ReviewTicket;
import io.opsflow.tickets.StartTicket;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine's own rights and log make of the product's calls. */
@OpsFlowTest
class EngineCallTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    @Autowired
    SqlCount sql;

    private TicketMaker make;
    private boolean authorization;

    @BeforeEach
    void switchAuthorizationOn() {
        make = new TicketMaker(tickets, as);
        authorization = engine.getProcessEngineConfiguration().isAuthorizationEnabled();
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @AfterEach
    void switchBack() {
        identity.clearAuthentication();
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(authorization);
    }

    @Test
    void people_work_although_the_engine_grants_them_nothing() {
        TicketKey key = make.inProgress();
        String instance = instanceOf(key);
        identity.setAuthentication("engineer", List.of());
        assertThatThrownBy(() -> runtime.deleteProcessInstance(instance, "past the front door"))
                .isInstanceOf(AuthorizationException.class);
        identity.clearAuthentication();

        assertThat(as.user("engineer", () -> tickets.handle(key, new HandleTicket("index added")))
                        .status())
                .isEqualTo(TicketStatus.COMPLETED);
    }

    @Test
    void who_is_known_to_the_engine_before_a_call_is_known_after_it() {
        TicketKey key = make.assigned();
        identity.setAuthentication("owner", List.of("PROCESS_OWNER"));

        as.user("engineer", () -> tickets.start(key, new StartTicket(null)));

        assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("owner");
        assertThat(identity.getCurrentAuthentication().getGroupIds()).containsExactly("PROCESS_OWNER");
    }

    @Test
    void history_says_who_completed_an_offered_task() {
        TicketKey key = make.reviewed();

        HistoricTaskInstance review = review(key);
        assertThat(review.getAssignee()).isEqualTo("supervisor");
        assertThat(review.getDeleteReason()).isEqualTo("completed");
        assertThat(review.getEndTime()).isNotNull();
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(review.getProcessInstanceId())
                        .activityId("reviewTicket")
                        .singleResult()
                        .getAssignee())
                .isEqualTo("supervisor");
        assertThat(history.createHistoricIdentityLinkLogQuery()
                        .taskId(review.getId())
                        .type(IdentityLinkType.ASSIGNEE)
                        .list())
                .extracting("userId")
                .containsExactly("supervisor");
        assertThat(history.createUserOperationLogQuery().taskId(review.getId()).list())
                .extracting(UserOperationLogEntry::getOperationType, UserOperationLogEntry::getUserId)
                .contains(tuple("Complete", "supervisor"));
    }

    @Test
    void an_offered_task_does_not_pass_through_the_inbox_of_who_completes_it_at_once() {
        TicketKey key = make.pending();

        List<String> statements =
                as.user("supervisor", () -> sql.during(() -> tickets.review(key, new ReviewTicket(true, "agreed"))));

        assertThat(statements)
                .filteredOn(statement -> statement.startsWith("insert into inbox_entry"))
                .as("for the next task")
                .hasSize(1);
        assertThat(statements)
                .noneMatch(statement -> statement.startsWith("update inbox_task"))
                .filteredOn(statement -> statement.toUpperCase(Locale.ROOT).startsWith("UPDATE ACT_RU_TASK"))
                .isEmpty();
    }

    private HistoricTaskInstance review(TicketKey key) {
        return history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .taskDefinitionKey("reviewTicket")
                .singleResult();
    }

    private String instanceOf(TicketKey key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
    }
}
