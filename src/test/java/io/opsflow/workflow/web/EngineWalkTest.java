package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.As;
import io.opsflow.testing.Contents;
import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.web.Caller.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every call that the engine's REST knows, by every role, with the ids of things that are there. Who gets through is
 * agreed in {@code src/test/resources/engine-access.txt}; whoever changes it on purpose copies {@code
 * target/engine-access.txt} over it. Nothing may have changed afterwards.
 */
@OpsFlowServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineWalkTest {

    private static final List<String> USERS =
            List.of("admin", "operator", "viewer", "requester", "supervisor", "manager", "engineer", "owner");
    private static final Path AGREED = Path.of("src/test/resources/engine-access.txt");
    private static final Path FOUND = Path.of("target/engine-access.txt");

    /** The engine notes who suspended and resumed, signing in leaves a session, and the audit log knows of both; nothing else is a trace that one may leave. */
    private static final Set<String> NOTES =
            Set.of("ACT_HI_OP_LOG", "APP_SESSION", "AUDIT_ENTRY", "AUDIT_SEAL", "AUDIT_MARK", "ID_SEQUENCE");

    private final SortedSet<EngineCall> calls = EngineCall.all();
    private final Caller caller;
    private final TicketMaker tickets;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final RepositoryService repository;
    private final FilterService filters;
    private final Contents contents;
    private final JdbcTemplate sql;
    private Map<String, String> ids = Map.of();

    EngineWalkTest(
            @LocalServerPort int port,
            @Autowired As as,
            @Autowired Tickets tickets,
            @Autowired TaskService tasks,
            @Autowired RuntimeService runtime,
            @Autowired ManagementService management,
            @Autowired RepositoryService repository,
            @Autowired FilterService filters,
            @Autowired JdbcTemplate sql) {
        this.caller = new Caller(port);
        this.tickets = new TicketMaker(tickets, as);
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.repository = repository;
        this.filters = filters;
        this.contents = new Contents(sql, NOTES);
        this.sql = sql;
    }

    @BeforeAll
    void something_to_break() {
        String ticket = tickets.inProgress().toString();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(ticket).singleResult();
        String confirmed = tickets.confirmed().toString();
        String waiting = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(confirmed)
                .singleResult()
                .getId();
        var job = management.createJobQuery().processInstanceId(waiting).singleResult();
        String deployment =
                repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId();
        ids = Map.ofEntries(
                Map.entry("task", task.getId()),
                Map.entry("process-instance", task.getProcessInstanceId()),
                Map.entry("execution", task.getExecutionId()),
                Map.entry("process-definition", task.getProcessDefinitionId()),
                Map.entry("deployment", deployment),
                Map.entry("job", job.getId()),
                Map.entry("job-definition", job.getJobDefinitionId()),
                Map.entry("filter", filters.createFilterQuery().list().get(0).getId()),
                Map.entry("user", "engineer"),
                Map.entry("group", "SUPERVISOR"));
    }

    @Test
    void every_role_reaches_what_was_agreed_and_nothing_is_changed() throws IOException {
        assertThat(calls).hasSizeGreaterThan(450);
        SortedSet<String> before = contents.now();
        List<String> table = new ArrayList<>();
        table.add("# who gets through to the engine: " + String.join(" ", USERS));
        for (EngineCall call : calls) {
            List<String> allowed = new ArrayList<>();
            for (String user : USERS) {
                Answer answer = caller.send(request(call, "/engine-rest").header("Authorization", Caller.basic(user)));
                assertThat(answer.status()).as("%s by %s", call, user).isNotEqualTo(401);
                if (answer.status() != 403) {
                    allowed.add(user);
                } else {
                    assertThat(answer.json().path("message").asText())
                            .as("%s by %s", call, user)
                            .isNotBlank();
                }
            }
            table.add((call + " : " + String.join(" ", allowed)).strip());
        }
        Files.createDirectories(FOUND.getParent());
        Files.write(FOUND, table);
        assertThat(contents.changesSince(before)).isEmpty();
        assertThat(table).isEqualTo(Files.readAllLines(AGREED));
    }

    @Test
    void without_a_password_nobody_gets_anywhere() {
        for (EngineCall call : calls) {
            assertThat(caller.send(request(call, "/engine-rest")).status())
                    .as(call.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void through_the_pages_one_reaches_no_more_than_through_the_rest() throws IOException {
        List<String> agreed = Files.readAllLines(AGREED);
        sql.update("update app_user set last_sign_in_at = null");
        SortedSet<String> before = contents.now();
        for (String user : List.of("owner", "admin")) {
            Pages pages = new Pages(caller, user);
            SortedSet<String> expected = new TreeSet<>();
            SortedSet<String> found = new TreeSet<>();
            for (EngineCall call : calls) {
                String line = call + " : ";
                if (agreed.stream()
                        .anyMatch(one -> one.startsWith(line) && one.endsWith(user)
                                || one.startsWith(line) && one.contains(user + " "))) {
                    expected.add(call.toString());
                }
                if (pages.send(request(call, "/camunda/api/engine/engine/default"))
                                .status()
                        != 403) {
                    found.add(call.toString());
                }
            }
            assertThat(found).as(user).isEqualTo(expected);
        }
        sql.update("update app_user set last_sign_in_at = null"); // both have signed in for it
        assertThat(contents.changesSince(before)).isEmpty();
    }

    private HttpRequest.Builder request(EngineCall call, String root) {
        HttpRequest.Builder request = caller.to(root + path(call));
        return switch (call.method()) {
            case "GET" -> request.GET();
            case "OPTIONS", "DELETE" -> request.method(call.method(), BodyPublishers.noBody());
            default ->
                request.header("Content-Type", "application/json")
                        .method(call.method(), BodyPublishers.ofString(body(call)));
        };
    }

    private String path(EngineCall call) {
        return call.path()
                .replace("{id}", ids.getOrDefault(call.thing(), "nothing"))
                .replace("{key}", "ticket-handling")
                .replace("{name}", "default")
                .replace("{varId}", "approved")
                .replace("{userId}", "engineer")
                .replace("{groupId}", "SUPERVISOR")
                .replaceAll("\\{[^}]+}", "nothing");
    }

    /** What would do something if it got through; of what may get through, what leaves things as they are. */
    private String body(EngineCall call) {
        return switch (call.path()) {
            case "/process-definition/suspended" ->
                "{\"suspended\":false,\"processDefinitionKey\":\"ticket-handling\"}";
            case "/process-instance/suspended" ->
                "{\"suspended\":false,\"processInstanceIds\":[\"" + ids.get("process-instance") + "\"]}";
            default ->
                call.path().endsWith("/suspended")
                        ? "{\"suspended\":false}"
                        : call.path().endsWith("/retries")
                                ? "{\"retries\":3}"
                                : BODIES.getOrDefault(call.toString(), "{}");
        };
    }

    private static final Map<String, String> BODIES = Map.of(
            "POST /task/{id}/claim", "{\"userId\":\"owner\"}",
            "POST /task/{id}/assignee", "{\"userId\":\"owner\"}",
            "POST /task/{id}/variables", "{\"modifications\":{\"approved\":{\"value\":false,\"type\":\"Boolean\"}}}",
            "POST /process-instance/{id}/variables",
                    "{\"modifications\":{\"approved\":{\"value\":false,\"type\":\"Boolean\"}}}",
            "POST /process-instance/{id}/modification",
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"confirmTicket\"}]}",
            "POST /message", "{\"messageName\":\"tickets.withdrawn\"}",
            "POST /filter/create",
                    "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${1}\"}}",
            "POST /user/create", "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve12345\"}}",
            "POST /authorization/create",
                    "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"owner\",\"resourceType\":7,\"resourceId\":\"*\"}");
}
