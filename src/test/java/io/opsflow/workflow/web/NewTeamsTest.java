package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.workflow.web.Caller.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Roles and groups that administrators add are the engine's at once: in its lists, in models and in what it grants. */
@OpsFlowServerTest
class NewTeamsTest {

    private static final String GROUP = "/api/v1/groups/g-pump";
    private static final String ROLE = "/api/v1/roles/PUMP_CREW";
    private static final String DEFINITIONS = "/engine-rest/process-definition?maxResults=1";

    private final Caller caller;
    private final RepositoryService repository;

    NewTeamsTest(@LocalServerPort int port, @Autowired RepositoryService repository) {
        this.caller = new Caller(port);
        this.repository = repository;
    }

    @BeforeEach
    void a_new_role_and_a_new_group_with_it() {
        String role = "{\"code\":\"PUMP_CREW\",\"name\":\"泵房班\",\"permissions\":[\"processes.watch\"]}";
        assertThat(caller.json("admin", "POST", "/api/v1/roles", role).status()).isEqualTo(201);
        String group = "{\"code\":\"g-pump\",\"name\":\"泵房组\",\"roles\":[\"PUMP_CREW\"]}";
        assertThat(caller.json("admin", "POST", "/api/v1/groups", group).status())
                .isEqualTo(201);
    }

    @AfterEach
    void clean_up() {
        caller.json("admin", "DELETE", GROUP, "");
        caller.json("admin", "DELETE", ROLE, "");
    }

    @Test
    void they_stand_in_the_engine_s_lists_with_their_members() {
        assertThat(ids(caller.get("admin", "/engine-rest/group"), "id")).contains("PUMP_CREW", "g-pump", "SUPERVISOR");
        join();
        assertThat(ids(caller.get("admin", "/engine-rest/user?memberOfGroup=g-pump"), "id"))
                .containsExactly("viewer");
        assertThat(ids(caller.get("admin", "/engine-rest/user?memberOfGroup=PUMP_CREW"), "id"))
                .containsExactly("viewer");
        assertThat(ids(
                        caller.get("admin", "/engine-rest/identity/groups?userId=viewer")
                                .json()
                                .path("groups"),
                        "id"))
                .contains("PUMP_CREW", "g-pump", "VIEWER");
    }

    @Test
    void what_they_allow_the_engine_grants_at_once_and_takes_back_at_once() {
        assertThat(caller.get("viewer", DEFINITIONS).status()).isEqualTo(403);
        join();
        Answer granted = caller.get("viewer", DEFINITIONS);
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.json()).hasSize(1);
        assertThat(caller.json("admin", "PATCH", ROLE, "{\"version\":0,\"permissions\":[]}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("viewer", DEFINITIONS).status()).isEqualTo(403);
    }

    @Test
    void a_model_may_name_them_and_then_they_are_not_deleted() throws IOException {
        assertThat(deploy("PUMP_CREW,g-nobody").status()).isEqualTo(400);
        Answer answer = deploy("PUMP_CREW,g-pump");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try {
            Answer refused = caller.json("admin", "DELETE", GROUP, "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().path("code").asText()).isEqualTo("still-named");
            assertThat(refused.json().path("detail").asText()).contains("ticket-handling");
            assertThat(caller.json("admin", "DELETE", ROLE, "").status()).isEqualTo(409);
        } finally {
            repository.deleteDeployment(answer.json().path("id").asText(), true, true, true);
        }
        assertThat(caller.json("admin", "DELETE", GROUP, "").status()).isEqualTo(204);
        assertThat(ids(caller.get("admin", "/engine-rest/group"), "id")).doesNotContain("g-pump");
    }

    private void join() {
        assertThat(caller.json("admin", "PATCH", GROUP, "{\"version\":0,\"add_members\":[\"viewer\"]}")
                        .status())
                .isEqualTo(200);
    }

    private Answer deploy(String candidates) throws IOException {
        String diagram = Files.readString(Path.of("bpmn/tickets/ticket-handling.bpmn"))
                .replace("candidateGroups=\"SUPERVISOR\"", "candidateGroups=\"" + candidates + "\"");
        Dialog dialog = new Dialog("工单处理", "ticket-handling.bpmn", diagram);
        try (Stream<Path> forms = Files.list(Path.of("forms/tickets"))) {
            for (Path form : forms.sorted().toList()) {
                dialog.attach(form.getFileName().toString(), Files.readAllBytes(form));
            }
        }
        return caller.send(caller.to("/engine-rest/deployment/create")
                .header("Authorization", Caller.basic("owner"))
                .header("Content-Type", Dialog.TYPE)
                .POST(BodyPublishers.ofByteArray(dialog.bytes())));
    }

    private static List<String> ids(Answer answer, String field) {
        return ids(answer.json(), field);
    }

    private static List<String> ids(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }
}
