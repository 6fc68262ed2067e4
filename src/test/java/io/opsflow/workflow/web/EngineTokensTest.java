package io.opsflow.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.OpsFlowServerTest;
import io.opsflow.workflow.web.Caller.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** With a personal token nobody does more in the engine than the token's scopes say, whatever its owner may do. */
@OpsFlowServerTest
class EngineTokensTest {

    private static final String TOKENS = "/api/v1/tokens";
    private static final String DEFINITIONS = "/engine-rest/process-definition?maxResults=1";
    /** They are active, so this changes nothing; it needs what suspending needs. */
    private static final String ACTIVATE = "{\"processDefinitionKey\":\"ticket-handling\",\"suspended\":false}";

    private final Caller caller;

    EngineTokensTest(@LocalServerPort int port) {
        this.caller = new Caller(port);
    }

    @Test
    void a_token_that_may_watch_changes_nothing_in_the_engine() {
        assertThat(caller.json("admin", "PUT", "/engine-rest/process-definition/suspended", ACTIVATE)
                        .status())
                .isEqualTo(204);
        for (boolean readOnly : new boolean[] {false, true}) {
            Answer made = caller.json(
                    "admin",
                    "POST",
                    TOKENS,
                    "{\"name\":\"watch\",\"scopes\":[\"processes.watch\"],\"read_only\":" + readOnly + "}");
            String token = made.json().path("token").asText();
            try {
                assertThat(caller.send(with(token, DEFINITIONS).GET()).status()).isEqualTo(200);
                assertThat(caller.send(with(token, "/engine-rest/process-definition/suspended")
                                        .header("Content-Type", "application/json")
                                        .PUT(BodyPublishers.ofString(ACTIVATE)))
                                .status())
                        .isEqualTo(403);
            } finally {
                caller.json(
                        "admin", "DELETE", TOKENS + "/" + made.json().path("id").asText(), "");
            }
        }
    }

    private HttpRequest.Builder with(String token, String path) {
        return caller.to(path).header("Authorization", "Bearer " + token);
    }
}
