package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.kernel.MovableClock;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@OpsFlowTest
class ApiTokensTest {

    private static final String TOKENS = "/api/v1/tokens";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ApiTokenTable table;

    @Autowired
    MovableClock clock;

    @Autowired
    As as;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        jdbc.update("delete from api_token");
        table.endAll("nobody"); // what is remembered goes as well
    }

    @Test
    void somebody_makes_a_token_uses_it_and_revokes_it() throws Exception {
        JsonNode made = make("supervisor", List.of("tickets.view"), false);
        String token = made.path("token").asText();
        assertThat(token).matches("ops_pat_[A-Za-z0-9_-]{43}");
        assertThat(made.path("scopes").toString()).isEqualTo("[\"tickets.view\"]");
        with(token, HttpMethod.GET, "/api/v1/tickets").andExpect(status().isOk());
        mvc.perform(get(TOKENS).with(httpBasic("supervisor", "supervisor123")))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].name").value("nightly report"))
                .andExpect(jsonPath("$.items[0].last_used_at").isNotEmpty())
                .andExpect(content().string(Matchers.not(Matchers.containsString(token))));
        assertThat(jdbc.queryForList("select * from api_token").toString()).doesNotContain(token.substring(8));

        mvc.perform(delete(TOKENS + "/" + made.path("id").asText()).with(httpBasic("supervisor", "supervisor123")))
                .andExpect(status().isNoContent());
        with(token, HttpMethod.GET, "/api/v1/tickets")
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("token-invalid"));
    }

    @Test
    void a_token_does_what_its_scope_says_and_no_more() throws Exception {
        String token =
                make("admin", List.of("tickets.view"), false).path("token").asText();
        with(token, HttpMethod.POST, "/api/v1/inbox/repair").andExpect(status().isForbidden());
        with(token, HttpMethod.GET, "/api/v1/inbox/differences").andExpect(status().isForbidden());
        with(token, HttpMethod.GET, "/api/v1/processes").andExpect(status().isForbidden());
        mvc.perform(get("/engine-rest/process-definition").header("Authorization", "Bearer " + token))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_scope_gives_nothing_that_its_owner_may_not_do_any_more() throws Exception {
        String token = make("manager", List.of("tickets.view", "tickets.assign"), false)
                .path("token")
                .asText();
        jdbc.update("update api_token set scopes = 'tickets.view processes.operate'");
        with(token, HttpMethod.GET, "/api/v1/inbox/differences").andExpect(status().isForbidden());
        with(token, HttpMethod.GET, "/api/v1/tickets").andExpect(status().isOk());
    }

    @Test
    void nobody_gives_a_token_what_one_may_not_do() throws Exception {
        add("viewer", body(Set.of("accounts.manage"), false))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("scopes"));
        add("viewer", body(Set.of("no.such.thing"), false)).andExpect(status().isBadRequest());
        add("viewer", "{\"name\":\" \",\"scopes\":[]}").andExpect(status().isBadRequest());
        add("viewer", "{\"name\":\"x\"}").andExpect(status().isBadRequest());
        add("viewer", "{\"name\":\"x\",\"scopes\":[],\"username\":\"admin\"}").andExpect(status().isBadRequest());
        assertThat(table.count(null)).isZero();
    }

    @Test
    void a_read_only_token_changes_nothing() throws Exception {
        String token = make("requester", List.of("tickets.view", "tickets.create"), true)
                .path("token")
                .asText();
        with(token, HttpMethod.GET, "/api/v1/tickets").andExpect(status().isOk());
        with(token, HttpMethod.POST, "/api/v1/tickets")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("token-read-only"));
    }

    @Test
    void a_token_does_not_reach_the_account() throws Exception {
        String token = make("admin", List.copyOf(as.user("admin", tokens::possibleScopes)), false)
                .path("token")
                .asText();
        for (String path : List.of("/api/v1/tokens", "/api/v1/sessions", "/api/v1/auth/logout")) {
            with(token, HttpMethod.POST, path)
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("token-not-for-account"));
        }
        with(token, HttpMethod.PATCH, "/api/v1/users/me").andExpect(status().isForbidden());
        with(token, HttpMethod.POST, "/api/v1/users/change-password").andExpect(status().isForbidden());
    }

    @Test
    void a_token_ends_when_it_was_meant_to() throws Exception {
        String token =
                make("viewer", List.of("tickets.view"), false).path("token").asText();
        clock.moveTo(clock.instant().plus(Duration.ofDays(366).plusSeconds(1)));
        with(token, HttpMethod.GET, "/api/v1/tickets").andExpect(status().isUnauthorized());
        assertThat(as.user("viewer", tokens::mine)).singleElement().matches(ApiTokenDetails::expired);
        add("viewer", "{\"name\":\"x\",\"scopes\":[],\"expires_at\":\"2020-01-01T00:00:00Z\"}")
                .andExpect(status().isBadRequest());
        add("viewer", "{\"name\":\"x\",\"scopes\":[],\"expires_at\":\"2999-01-01T00:00:00Z\"}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void somebody_who_is_shut_out_has_no_token_left() throws Exception {
        String token =
                make("viewer", List.of("tickets.view"), false).path("token").asText();
        with(token, HttpMethod.GET, "/api/v1/tickets").andExpect(status().isOk());
        table.endAll("viewer");
        with(token, HttpMethod.GET, "/api/v1/tickets").andExpect(status().isUnauthorized());
    }

    @Test
    void others_tokens_are_for_administrators() throws Exception {
        String id = make("viewer", List.of(), false).path("id").asText();
        mvc.perform(delete(TOKENS + "/" + id).with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isNotFound());
        mvc.perform(get(TOKENS).param("username", "viewer").with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isForbidden());
        mvc.perform(get(TOKENS).param("all", "true").with(httpBasic("admin", "admin123")))
                .andExpect(jsonPath("$.items[0].username").value("viewer"));
        mvc.perform(delete(TOKENS + "/" + id).with(httpBasic("admin", "admin123")))
                .andExpect(status().isNoContent());
    }

    @Test
    void one_can_have_only_so_many() {
        as.user("viewer", () -> {
            for (int i = 0; i < 50; i++) {
                tokens.add(new AddApiToken("n" + i, new HashSet<>(), null, null));
            }
            assertThatThrownBy(() -> tokens.add(new AddApiToken("one more", Set.of(), null, null)))
                    .isInstanceOf(TooManyTokens.class);
        });
    }

    private static Map<String, Object> body(Object scopes, boolean readOnly) {
        return Map.of("name", "nightly report", "scopes", scopes, "read_only", readOnly);
    }

    private JsonNode make(String user, List<String> scopes, boolean readOnly) throws Exception {
        return json.readTree(add(user, body(scopes, readOnly))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private ResultActions add(String user, Object body) throws Exception {
        return mvc.perform(post(TOKENS)
                .with(httpBasic(user, user + "123"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body instanceof String text ? text : json.writeValueAsString(body)));
    }

    private ResultActions with(String token, HttpMethod method, String path) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(method, path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"));
    }
}
