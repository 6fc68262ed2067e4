package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.web.Caller.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's web applications as a browser uses them: cookies, token, and what their server side answers. */
@OpsFlowServerTest
class EnginePagesTest {

    private static final String GAINS = "insert into user_role select u.id, r.id from app_user u, role r"
            + " where u.username = 'supervisor' and r.code = ?";
    private static final String LOSES =
            "delete from user_role where user_id = (select id from app_user where username = 'supervisor')"
                    + " and role_id = (select id from role where code = ?)";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final Caller caller;
    private final TicketMaker tickets;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcTemplate jdbc;

    EnginePagesTest(
            @LocalServerPort int port,
            @Autowired Tickets tickets,
            @Autowired As as,
            @Autowired RuntimeService runtime,
            @Autowired TaskService tasks,
            @Autowired JdbcTemplate jdbc) {
        this.caller = new Caller(port);
        this.tickets = new TicketMaker(tickets, as);
        this.runtime = runtime;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @Test
    void who_is_signed_in_to_opsflow_is_signed_in_to_cockpit() {
        Answer who = new Pages(caller, "owner").get("/camunda/api/admin/auth/user/default");
        assertThat(who.json().path("userId").asText()).isEqualTo("owner");
        assertThat(who.json().path("authorizedApps"))
                .extracting(app -> app.asText())
                .containsExactlyInAnyOrder("cockpit", "tasklist", "welcome");
        assertThat(new Pages(caller, "admin")
                        .get("/camunda/api/admin/auth/user/default")
                        .json()
                        .path("authorizedApps"))
                .extracting(app -> app.asText())
                .contains("admin");
    }

    @Test
    void pages_say_what_they_may_load_and_who_may_frame_them() {
        Answer page = new Pages(caller, "owner").get(Pages.COCKPIT);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy)
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'"));
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void an_operator_of_processes_suspends_with_the_page_s_token_and_nobody_without() {
        String id = instance(tickets.pending().toString()).getId();
        Answer forged = new Pages(caller, "admin").sendWithoutToken(suspend(id, true));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(new Pages(caller, "owner").send(suspend(id, true)).status()).isEqualTo(403);
        assertThat(byId(id).isSuspended()).isFalse();
        Pages admin = new Pages(caller, "admin");
        assertThat(admin.send(suspend(id, true)).status()).isEqualTo(204);
        assertThat(byId(id).isSuspended()).isTrue();
        assertThat(admin.send(suspend(id, false)).status()).isEqualTo(204);
        assertThat(byId(id).isSuspended()).isFalse();
    }

    @Test
    void a_task_is_completed_by_nobody_and_the_answer_says_where_it_is_done() {
        String ticket = tickets.pending().toString();
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(ticket)
                .singleResult()
                .getId();
        for (String call : new String[] {"complete", "claim", "submit-form", "resolve", "delegate", "assignee"}) {
            Answer refused = new Pages(caller, "admin").send(post(ENGINE + "/task/" + task + "/" + call, "{}"));
            assertThat(refused.status()).as(call).isEqualTo(403);
            assertThat(refused.json().path("message").asText()).as(call).contains("OpsFlow");
        }
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void expressions_are_no_question() {
        String question = "{\"assigneeExpression\":\"${firstAdministrator.code()}\"}";
        assertThat(caller.json("admin", "POST", "/engine-rest/task", question).status())
                .isEqualTo(400);
        assertThat(new Pages(caller, "admin")
                        .send(post(ENGINE + "/task", question))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void signing_out_here_ends_the_session_there() {
        Pages admin = new Pages(caller, "admin");
        Answer out = admin.send(post("/camunda/api/admin/auth/user/default/logout", ""));
        assertThat(out.status()).isEqualTo(200);
        Answer home = admin.get("/home");
        assertThat(home.status()).isEqualTo(302);
        assertThat(home.header("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/login"));
        assertThat(admin.get(ENGINE + "/task").status()).isEqualTo(401);
    }

    @Test
    void whoever_loses_a_role_loses_it_in_open_pages_within_seconds() {
        String id = instance(tickets.pending().toString()).getId();
        jdbc.update(GAINS, "ADMIN");
        jdbc.update(GAINS, "PROCESS_OWNER");
        try {
            Pages person = new Pages(caller, "supervisor");
            await().until(() -> person.send(suspend(id, true)).status() == 204);
            jdbc.update(LOSES, "ADMIN");
            await().until(() -> person.send(suspend(id, false)).status() == 403);
            assertThat(person.get(Pages.COCKPIT).status()).isEqualTo(200);
            jdbc.update(LOSES, "PROCESS_OWNER");
            await().until(() -> person.get(Pages.COCKPIT).status() == 403);
            assertThat(person.get(ENGINE + "/process-definition").status()).isEqualTo(403);
        } finally {
            jdbc.update(LOSES, "ADMIN");
            jdbc.update(LOSES, "PROCESS_OWNER");
            runtime.activateProcessInstanceById(id);
        }
    }

    /** As long as another node may not know it, and a little more. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(500));
    }

    @Test
    void nobody_signs_in_or_makes_a_first_administrator_through_the_engine() {
        Pages owner = new Pages(caller, "owner");
        assertThat(owner.send(post(
                                "/camunda/api/admin/auth/user/default/login/cockpit",
                                "username=admin&password=admin123"))
                        .status())
                .isEqualTo(403);
        assertThat(owner.send(post("/camunda/api/admin/setup/default/user/create", "{}"))
                        .status())
                .isEqualTo(403);
    }

    private HttpRequest.Builder suspend(String instance, boolean suspended) {
        return caller.to(ENGINE + "/process-instance/" + instance + "/suspended")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"suspended\":" + suspended + "}"));
    }

    private HttpRequest.Builder post(String path, String body) {
        return caller.to(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private ProcessInstance instance(String ticket) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(ticket)
                .singleResult();
    }

    private ProcessInstance byId(String id) {
        return runtime.createProcessInstanceQuery().processInstanceId(id).singleResult();
    }
}
