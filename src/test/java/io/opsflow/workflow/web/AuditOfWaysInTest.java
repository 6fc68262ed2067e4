package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.web.Caller.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever comes in by any way, and whatever is turned away, is in the audit log: through a real server. */
@OpsFlowServerTest
class AuditOfWaysInTest {

    private final Caller caller;
    private final Tickets tickets;
    private final As as;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final JdbcClient sql;
    private long before;

    AuditOfWaysInTest(
            @LocalServerPort int port,
            @Autowired Tickets tickets,
            @Autowired As as,
            @Autowired RuntimeService runtime,
            @Autowired RepositoryService repository,
            @Autowired JdbcClient sql) {
        this.caller = new Caller(port);
        this.tickets = tickets;
        this.as = as;
        this.runtime = runtime;
        this.repository = repository;
        this.sql = sql;
    }

    @BeforeEach
    void fromNowOn() {
        before = sql.sql("select coalesce(max(id), 0) from audit_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void a_deployment_from_modeler_is_an_entry() {
        Answer answer = caller.send(caller.to("/engine-rest/deployment/create")
                .header("Content-Type", Dialog.TYPE)
                .header("Authorization", Caller.basic("owner"))
                .POST(BodyPublishers.ofByteArray(
                        Dialog.ticketHandling("audited").bytes())));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String deployment = answer.json().path("id").asText();
        try {
            assertThat(entries())
                    .extracting(Entry::actor, Entry::way, Entry::action, Entry::object, Entry::result)
                    .containsExactly(tuple("owner", "engine", "engine.deploy", deployment, "done"));
            assertThat(entries().get(0).changes()).contains("工单处理");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void what_an_operator_does_in_the_engine_is_an_entry_and_what_is_refused_there_too() {
        TicketKey key = new TicketMaker(tickets, as).pending();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key.toString())
                .singleResult()
                .getId();
        fromNowOn();

        String path = "/engine-rest/process-instance/" + instance + "/suspended";
        assertThat(caller.json("admin", "PUT", path, "{\"suspended\": true}").status())
                .isEqualTo(204);
        assertThat(caller.json("owner", "PUT", path, "{\"suspended\": false}").status())
                .isEqualTo(403);

        assertThat(entries())
                .extracting(Entry::actor, Entry::way, Entry::action, Entry::result, Entry::code)
                .containsExactly(
                        tuple("admin", "engine", "engine.operate", "done", null),
                        tuple("owner", "engine", "call.refused", "refused", "http-403"));
        assertThat(entries().get(0).object()).isEqualTo(instance);
        assertThat(entries().get(0).changes()).contains("suspend").contains("Suspend");
        runtime.activateProcessInstanceById(instance);
    }

    @Test
    void a_wrong_password_is_an_entry_with_the_name_and_never_with_what_nobody_is_called() {
        String secret = "MyPa55word-typed-as-a-name";
        for (String both : List.of("viewer:wr0ng-guess", secret + ":x")) {
            String header = "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
            assertThat(caller.send(caller.to("/api/v1/users/me")
                                    .header("Authorization", header)
                                    .GET())
                            .status())
                    .isEqualTo(401);
        }

        await().untilAsserted(() -> assertThat(entries())
                .extracting(Entry::actor, Entry::way, Entry::action, Entry::object, Entry::result, Entry::code)
                .containsExactly(
                        tuple("#nobody", "api", "user.sign_in", "viewer", "refused", "wrong-password"),
                        tuple("#nobody", "api", "user.sign_in", null, "refused", "wrong-password")));
        assertThat(everything()).doesNotContain(secret).doesNotContain("wr0ng-guess");
    }

    @Test
    void a_field_that_nobody_may_set_is_an_entry_and_changes_nothing() {
        assertThat(caller.json("viewer", "PATCH", "/api/v1/users/me", "{\"roles\": [\"ADMIN\"]}")
                        .status())
                .isEqualTo(400);

        assertThat(entries())
                .extracting(Entry::actor, Entry::way, Entry::action, Entry::object, Entry::result, Entry::code)
                .containsExactly(
                        tuple("viewer", "api", "call.refused", "PATCH /api/v1/users/me", "refused", "http-400"));
    }

    @Test
    void what_nobody_who_is_signed_in_tries_is_an_entry_once_a_minute() {
        for (int i = 0; i < 3; i++) {
            Answer answer = caller.send(caller.to("/api/v1/auth/register")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"username\": \"eve\", \"roles\": [\"ADMIN\"]}")));
            assertThat(answer.status()).isEqualTo(400);
        }

        assertThat(entries())
                .extracting(Entry::actor, Entry::way, Entry::action, Entry::object, Entry::result, Entry::code)
                .containsExactly(
                        tuple("#nobody", "api", "call.refused", "POST /api/v1/auth/register", "refused", "http-400"));
    }

    @Test
    void a_missing_permission_is_one_entry() {
        assertThat(caller.json("viewer", "POST", "/api/v1/users", "{\"username\": \"eve\", \"real_name\": \"Eve\"}")
                        .status())
                .isIn(400, 403);
        assertThat(entries()).extracting(Entry::actor, Entry::result).containsExactly(tuple("viewer", "refused"));
    }

    @Test
    void reading_leaves_no_entry() {
        caller.get("admin", "/api/v1/tickets");
        caller.get("viewer", "/api/v1/audit");
        caller.json("admin", "POST", "/engine-rest/task/count", "{}");

        assertThat(entries()).isEmpty();
    }

    private record Entry(
            String actor,
            String way,
            String action,
            @Nullable String object,
            String result,
            @Nullable String code,
            @Nullable String changes) {}

    private List<Entry> entries() {
        return sql.sql("select actor, way, action, object_key as object, result, code, changes from audit_entry"
                        + " where id > ? order by id")
                .param(before)
                .query(Entry.class)
                .list();
    }

    private String everything() {
        return sql.sql("select * from audit_entry where id > ?")
                .param(before)
                .query()
                .listOfRows()
                .toString();
    }
}
