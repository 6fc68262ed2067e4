package io.opsflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.opsflow.testing.RunningProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What older clients are told to call answers: with curl, as it is written down for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OlderClientsIT {

    private final RunningProduct product;

    OlderClientsIT(@TempDir Path folder) {
        product = new RunningProduct(
                folder, Map.of("OPSFLOW_RATE_CALLER", "80", "OPSFLOW_CORS_ORIGINS", "https://portal.example.com"));
    }

    @AfterAll
    void end() {
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incidents.sh", "project-operations.sh", "assets.sh"})
    void the_documented_calls_answer(String script) throws Exception {
        Ran ran = run("bash", "src/test/resources/clients/" + script);
        assertThat(ran.output()).endsWith("all calls answered\n");
        assertThat(ran.code()).isZero();
    }

    @Test
    void who_calls_too_often_is_told_when_to_go_on() throws Exception {
        String calls = "for i in $(seq 200); do curl -s -o /dev/null -w '%{http_code} %header{retry-after}\\n'"
                + " -u supervisor:supervisor123 $BASE/api/v1/sessions & done; wait";
        String output = run("bash", "-c", calls).output();
        assertThat(output).contains("200 ").containsPattern("429 [1-9]");
    }

    @Test
    void only_pages_of_named_sites_may_call_and_never_with_a_cookie() throws Exception {
        String preflight = "curl -s -i -X OPTIONS $BASE/api/v1/tickets -H 'Access-Control-Request-Method: GET'"
                + " -H 'Access-Control-Request-Headers: authorization' -H 'Origin: ";
        assertThat(run("bash", "-c", preflight + "https://portal.example.com'").output())
                .containsIgnoringCase("Access-Control-Allow-Origin: https://portal.example.com")
                .doesNotContainIgnoringCase("Allow-Credentials");
        assertThat(run("bash", "-c", preflight + "https://evil.example.com'").output())
                .contains("403")
                .doesNotContainIgnoringCase("Access-Control-Allow-Origin");
    }

    private record Ran(int code, String output) {}

    private Ran run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("BASE", product.url());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output);
    }
}
