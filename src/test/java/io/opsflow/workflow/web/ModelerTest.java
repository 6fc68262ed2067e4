package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.workflow.web.Caller.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The deployment dialog of Camunda Modeler: its requests byte for byte, and what it shows of the answers. */
@OpsFlowServerTest
class ModelerTest {

    private static final String CREATE = "/engine-rest/deployment/create";

    private final Caller modeler;
    private final RepositoryService repository;

    ModelerTest(@LocalServerPort int port, @Autowired RepositoryService repository) {
        this.modeler = new Caller(port);
        this.repository = repository;
    }

    @Test
    void the_dialog_finds_the_engine_and_is_asked_for_a_password() {
        Answer without = modeler.send(as(null, "/engine-rest/deployment?maxResults=0"));
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.header("WWW-Authenticate"))
                .hasValueSatisfying(ask -> assertThat(ask).startsWith("Basic "));
        assertThat(without.json().path("message").asText()).startsWith("Nobody is signed in");
        assertThat(modeler.send(as("owner", "/engine-rest/deployment?maxResults=0"))
                        .text())
                .isEqualTo("[]");
        assertThat(modeler.send(as("owner", "/engine-rest/version"))
                        .json()
                        .path("version")
                        .asText())
                .startsWith("7.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "admin"})
    void a_diagram_with_its_forms_arrives_whole_and_is_not_deployed_twice(String person) {
        Dialog dialog = Dialog.ticketHandling("再审一次 by " + person);
        Answer answer = deploy(person, BodyPublishers.ofByteArray(dialog.bytes()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String id = answer.json().path("id").asText();
        try {
            Deployment deployed =
                    repository.createDeploymentQuery().deploymentId(id).singleResult();
            assertThat(deployed.getName()).isEqualTo("工单处理");
            assertThat(deployed.getSource()).isEqualTo("Camunda Modeler");
            assertThat(repository.getDeploymentResourceNames(id))
                    .hasSize(6)
                    .contains("ticket-handling.bpmn", "review-ticket.form");
            assertThat(repository.getResourceAsStream(id, "ticket-handling.bpmn"))
                    .asString(StandardCharsets.UTF_8)
                    .contains("再审一次 by " + person);
            assertThat(answer.json()
                            .path("deployedProcessDefinitions")
                            .iterator()
                            .next()
                            .path("key")
                            .asText())
                    .isEqualTo("ticket-handling");
            Answer again = deploy(person, BodyPublishers.ofByteArray(dialog.bytes()));
            assertThat(again.json().path("id").asText()).isEqualTo(id);
        } finally {
            repository.deleteDeployment(id, true, true, true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "viewer", "requester", "supervisor", "manager", "engineer"})
    void everybody_else_is_refused_in_a_sentence_that_the_dialog_shows(String person) {
        long before = repository.createDeploymentQuery().count();
        Answer answer = deploy(
                person, BodyPublishers.ofByteArray(Dialog.ticketHandling("x").bytes()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("message").asText()).startsWith("You may not use the process engine.");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void fifty_megabytes_are_refused_in_a_sentence_whether_their_length_is_told_or_not() {
        byte[] much = Dialog.ticketHandling("x")
                .attach("film.form", new byte[50 * 1024 * 1024])
                .bytes();
        long before = repository.createDeploymentQuery().count();
        for (BodyPublisher body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(much), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much))
        }) {
            Answer answer = deploy("owner", body);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().path("message").asText()).startsWith("That is more than 10 MB.");
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void a_body_without_a_told_length_is_deployed_as_well() {
        byte[] body = Dialog.ticketHandling("in pieces").bytes();
        Answer answer = deploy("owner", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        repository.deleteDeployment(answer.json().path("id").asText(), true, true, true);
    }

    private Answer deploy(String person, BodyPublisher body) {
        return modeler.send(
                as(person, CREATE).header("Content-Type", Dialog.TYPE).POST(body));
    }

    private HttpRequest.Builder as(@Nullable String person, String path) {
        HttpRequest.Builder request =
                modeler.to(path).header("Accept", "application/json").header("Accept-Language", "en-US");
        return person == null ? request : request.header("Authorization", Caller.basic(person));
    }
}
