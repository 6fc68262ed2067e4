package io.opsflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.opsflow.testing.RunningProduct;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process owner deploys a second review from Modeler; the product is restarted and gets a newer release. */
class LiveEditIT {

    private static final String PROCESS = "/processes/ticket-handling";
    private static final Path DIAGRAM = Path.of("src/test/resources/models/second-review/ticket-handling.bpmn");

    @TempDir
    Path folder;

    private RunningProduct product;

    @BeforeEach
    void start() {
        product = new RunningProduct(folder, Map.of("OPSFLOW_DEMO_DATA", "false"));
    }

    @AfterEach
    void end() {
        product.close();
    }

    @Test
    void a_second_review_is_obeyed_outlives_restart_and_release_and_gives_way_only_to_its_owner() throws Exception {
        String older = open("Older ticket");

        assertThat(deploy(DIAGRAM).statusCode()).isEqualTo(200);
        String newer = open("Newer ticket");
        assertThat(reviewed(newer)).isEqualTo("pending_review");
        assertThat(reviewed(newer)).isEqualTo("reviewed");
        assertThat(reviewed(older)).isEqualTo("reviewed");
        assertLiveEditApplies();

        product.stop();
        product.start();
        assertLiveEditApplies();
        assertThat(answer("GET", PROCESS + "/bundled", null).status()).isEqualTo(204);

        product.stop();
        bringNewerRelease();
        product.start();
        assertLiveEditApplies();
        JsonNode asked = answer("GET", PROCESS + "/bundled", null).ok();
        assertThat(asked.path("changes").toString()).contains("reviewTicketAgain");
        String third = open("Third ticket");
        assertThat(reviewed(third)).isEqualTo("pending_review");

        answer(
                        "POST",
                        PROCESS + "/bundled/take",
                        Map.of("seen", asked.path("seen").asText()))
                .ok();
        String last = open("Last ticket");
        assertThat(reviewed(last)).isEqualTo("reviewed");
        assertThat(reviewed(third)).isEqualTo("reviewed");
    }

    private void assertLiveEditApplies() {
        JsonNode latest =
                answer("GET", PROCESS + "/releases", null).ok().path("items").path(0);
        assertThat(latest.path("source").asText()).isEqualTo("live_edit");
        assertThat(latest.path("tool").asText()).isEqualTo("Camunda Modeler");
        assertThat(latest.path("deployed_by").asText()).isEqualTo("owner");
    }

    private RunningProduct.Answer answer(String method, String path, @Nullable Object body) {
        return product.call("owner", method, path, body);
    }

    private String open(String title) {
        return product.call(
                        "requester",
                        "POST",
                        "/tickets",
                        Map.of("title", title, "description", "d", "task_type", "problem", "priority", "low"))
                .ok()
                .path("key")
                .asText();
    }

    /** The status after one more approval. */
    private String reviewed(String ticket) {
        product.call("supervisor", "POST", "/tickets/" + ticket + "/review", Map.of("approved", true))
                .ok();
        return product.call("supervisor", "GET", "/tickets/" + ticket, null)
                .ok()
                .path("status")
                .asText();
    }

    /** As if the release before had brought another content: then what this one brings is newer. */
    private void bringNewerRelease() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("opsflow") + ";MAX_COMPACT_TIME=0";
        try (Connection database = DriverManager.getConnection(url, "sa", "");
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("update ACT_RE_DEPLOYMENT set NAME_ = 'ticket-handling older'"
                            + " where SOURCE_ = 'opsflow-bundle' and NAME_ like 'ticket-handling %'"))
                    .isEqualTo(1);
        }
    }

    /** The request that Camunda Modeler sends. */
    private HttpResponse<String> deploy(Path diagram) throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>(List.of(diagram));
        try (Stream<Path> forms = Files.list(Path.of("forms/tickets"))) {
            forms.forEach(files::add);
        }
        String boundary = "----modeler";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, boundary, "deployment-name", "Second review");
        field(body, boundary, "deployment-source", "Camunda Modeler");
        field(body, boundary, "deploy-changed-only", "true");
        field(body, boundary, "enable-duplicate-filtering", "true");
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                            + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(Files.readAllBytes(file));
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(product.url() + "/engine-rest/deployment/create"))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(
                                                                "owner:owner123".getBytes(StandardCharsets.UTF_8)))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void field(ByteArrayOutputStream body, String boundary, String name, String value) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
