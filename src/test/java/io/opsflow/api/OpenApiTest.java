package io.opsflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opsflow.testing.OpsFlowTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * The description of the API: it is what was agreed, and it tells what really goes over the wire. Whoever changes the API
 * on purpose copies {@code target/openapi.json} over {@code src/test/resources/openapi.json}.
 */
@OpsFlowTest
class OpenApiTest {

    private static final Path AGREED = Path.of("src/test/resources/openapi.json");
    private static final Path FOUND = Path.of("target/openapi.json");

    /** What is one whole and no list: a ticket's steps, what a process consists of, a drawing, what was found. */
    private static final Set<String> WHOLE = Set.of(
            "/api/v1/tickets/{key}/log",
            "/api/v1/processes",
            "/api/v1/processes/{key}/versions",
            "/api/v1/processes/{key}/activities",
            "/api/v1/inbox/differences",
            "/api/v1/rooms/{id}/elevations",
            "/api/v1/racks/free-space");

    private final MockMvc http;
    private final ObjectMapper json = new ObjectMapper();

    OpenApiTest(@Autowired MockMvc http) {
        this.http = http;
    }

    @Test
    void the_description_is_the_agreed_one() throws Exception {
        JsonNode found = description();
        ((ObjectNode) found.path("info")).remove("version"); // every release has another
        Files.writeString(FOUND, json.writerWithDefaultPrettyPrinter().writeValueAsString(found) + "\n");

        assertThat(found).isEqualTo(json.readTree(Files.readString(AGREED)));
        assertThat(found.path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void what_is_described_is_what_is_answered() throws Exception {
        JsonNode ticket = send(
                "requester",
                post("/api/v1/tickets")
                        .content(
                                "{\"title\":\"wire\",\"description\":\"d\",\"task_type\":\"problem\",\"priority\":\"low\"}"));
        String key = ticket.path("key").asText();
        send("requester", post("/api/v1/tickets/" + key + "/comments").content("{\"text\":\"hello\"}"));
        JsonNode tasks = answered("supervisor", "/tasks", "/tasks?view=claimable&sort=created_at,desc");
        String task = tasks.path("items").path(0).path("id").asText();

        answered("requester", "/tickets/{key}", "/tickets/" + key);
        answered("requester", "/tickets", "/tickets?size=1");
        answered("requester", "/tickets/{key}/comments", "/tickets/" + key + "/comments");
        answered("requester", "/tickets/{key}/log", "/tickets/" + key + "/log");
        answered("requester", "/tickets/{key}/process", "/tickets/" + key + "/process");
        answered("supervisor", "/tasks/{id}", "/tasks/" + task);
        answered("supervisor", "/processes", "/processes");
    }

    @Test
    void lists_answer_in_pages() throws Exception {
        TreeSet<String> unpaged = new TreeSet<>();
        description().path("paths").properties().forEach(path -> path.getValue()
                .at("/get/responses/200/content")
                .elements()
                .forEachRemaining(content -> {
                    if (content.path("schema").path("type").asText().equals("array")) {
                        unpaged.add(path.getKey());
                    }
                }));
        assertThat(unpaged).containsExactlyInAnyOrderElementsOf(WHOLE);
    }

    private JsonNode answered(String user, String path, String call) throws Exception {
        JsonNode answer = send(user, get("/api/v1" + call));
        JsonNode content = description()
                .path("paths")
                .path("/api/v1" + path)
                .path("get")
                .path("responses")
                .path("200")
                .path("content");
        assertThat(content.size()).as(path).isEqualTo(1);
        compare(content.elements().next().path("schema"), answer, path);
        return answer;
    }

    private void compare(JsonNode declared, JsonNode answer, String where) throws Exception {
        JsonNode schema = resolved(declared);
        if (answer.isNull() || schema.isMissingNode()) {
            return;
        }
        if (answer.isArray()) {
            for (JsonNode item : answer) {
                compare(schema.path("items"), item, where + "[]");
            }
        } else if (answer.isObject() && schema.has("properties")) {
            TreeSet<String> described = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(described::add);
            TreeSet<String> sent = new TreeSet<>();
            answer.fieldNames().forEachRemaining(sent::add);
            assertThat(sent).as(where).isEqualTo(described);
            for (String name : sent) {
                compare(schema.path("properties").path(name), answer.path(name), where + "." + name);
            }
        }
    }

    private JsonNode resolved(JsonNode schema) throws Exception {
        for (String choice : new String[] {"oneOf", "anyOf", "allOf"}) {
            for (JsonNode one : schema.path(choice)) {
                if (one.has("$ref")) {
                    return resolved(one);
                }
            }
        }
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(description().at(reference.substring(1)));
    }

    private JsonNode description() throws Exception {
        return send("admin", get("/v3/api-docs"));
    }

    private JsonNode send(String user, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = http.perform(
                        request.with(httpBasic(user, user + "123")).contentType(MediaType.APPLICATION_JSON))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).as(text(response)).isBetween(200, 299);
        return json.readTree(text(response));
    }

    private static String text(MockHttpServletResponse response) throws IOException {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
