package io.opsflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.testing.OpsFlowTest;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@OpsFlowTest
class OlderPathsTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void forget() {
        jdbc.update("delete from token_family");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/auth/login, /api/v1/auth/login",
        "POST, /api/auth/refresh, /api/v1/auth/refresh",
        "GET, /api/accounts/users, /api/v1/users",
        "GET, /api/accounts/users/me, /api/v1/users/me",
        "PATCH, /api/accounts/users/7, /api/v1/users/7",
        "POST, /api/accounts/users/change_password, /api/v1/users/change-password",
        "GET, /api/tasks/tasks, /api/v1/tickets",
        "GET, /api/tasks/tasks/12, /api/v1/tickets/12",
        "POST, /api/tasks/tasks/12/review, /api/v1/tickets/12/review",
        "POST, /api/tasks/tasks/12/assign, /api/v1/tickets/12/assign",
        "POST, /api/tasks/tasks/12/handle, /api/v1/tickets/12/handle",
        "POST, /api/tasks/tasks/12/confirm, /api/v1/tickets/12/confirm",
        "POST, /api/tasks/tasks/12/add_comment, /api/v1/tickets/12/comments",
        "GET, /api/workflow/logs, /api/v1/workflow/logs",
        "GET, /api/workflow/notifications, /api/v1/notifications",
        "POST, /api/workflow/notifications/5/mark_read, /api/v1/notifications/5/mark-read"
    })
    void every_documented_path_has_its_line(String method, String older, String ours) {
        assertThat(OlderPath.find(method, older).orElseThrow().path()).isEqualTo(ours);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users",
                "/api/accounts",
                "/api/accounts/users/7/roles",
                "/api/tasks/tasks/1/2/review",
                "/api/auth"
            })
    void what_is_not_in_the_table_stays(String path) {
        assertThat(OlderPath.find("POST", path)).isEmpty();
    }

    @Test
    void a_ticket_s_life_by_the_older_calls() throws Exception {
        String created = ok(call(
                "requester",
                "POST",
                "/api/tasks/tasks/",
                "{\"title\":\"t\",\"description\":\"d\",\"task_type\":\"problem\",\"priority\":\"low\"}"));
        String task = "/api/tasks/tasks/" + json.readTree(created).path("id").asText() + "/";
        ok(call("supervisor", "POST", task + "review/", "{\"approved\":true,\"review_comment\":\"yes\"}"));
        ok(call("manager", "POST", task + "assign/", "{\"assignee\":\"engineer\",\"assign_comment\":\"please\"}"));
        ok(call("engineer", "POST", task + "add_comment/", "{\"content\":\"I am at it\"}"));
        ok(call("engineer", "POST", task + "handle/", "{\"handle_comment\":\"done\"}"));
        ok(call("requester", "POST", task + "confirm/", "{\"confirmed\":false,\"confirm_comment\":\"not yet\"}"));
        ok(call("engineer", "POST", task + "handle/", "{\"handle_comment\":\"now\"}"));
        ok(call("requester", "POST", task + "confirm/", "{\"confirmed\":true}"));
        call("requester", "GET", task, null)
                .andExpect(jsonPath("$.status").value("confirmed"))
                .andExpect(jsonPath("$.review_comment").value("yes"))
                .andExpect(jsonPath("$.assign_comment").value("please"))
                .andExpect(jsonPath("$.handle_comment").value("now"))
                .andExpect(jsonPath("$.handler").value("engineer"));
        call("requester", "GET", task + "log/", null)
                .andExpect(jsonPath("$[*].to").exists());
    }

    @Test
    void permissions_and_rules_are_those_of_our_paths() throws Exception {
        call("viewer", "POST", "/api/tasks/tasks/", "{\"title\":\"t\"}").andExpect(status().isForbidden());
        call("supervisor", "POST", "/api/tasks/tasks/999999999/review/", "{\"approved\":true}")
                .andExpect(status().isNotFound());
        mvc.perform(MockMvcRequestBuilders.get("/api/tasks/tasks/")).andExpect(status().isUnauthorized());
        call("viewer", "GET", "/api/tasks/tasks/?nonsense=1", null).andExpect(status().isBadRequest());
        call("viewer", "GET", "/api/v1/tickets/", null).andExpect(status().isOk());
    }

    @Test
    void a_session_needs_its_token_on_older_paths_as_well() throws Exception {
        var session = (org.springframework.mock.web.MockHttpSession) mvc.perform(
                        org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin()
                                .user("requester")
                                .password("requester123"))
                .andReturn()
                .getRequest()
                .getSession(false);
        mvc.perform(MockMvcRequestBuilders.post("/api/tasks/tasks/")
                        .session(session)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("csrf-token-missing"));
    }

    @Test
    void tokens_have_both_names() throws Exception {
        JsonNode first = json.readTree(
                ok(call(null, "POST", "/api/auth/login/", "{\"username\":\"engineer\",\"password\":\"engineer123\"}")));
        assertThat(first.path("access")).isEqualTo(first.path("access_token"));
        assertThat(first.path("refresh")).isEqualTo(first.path("refresh_token"));
        assertThat(first.path("access").asText()).isNotEmpty();
        String body = "{\"refresh\":\"" + first.path("refresh").asText() + "\"}";
        JsonNode second = json.readTree(ok(call(null, "POST", "/api/auth/refresh/", body)));
        assertThat(second.path("access").asText()).isNotEmpty();
        call(null, "POST", "/api/auth/refresh/", body).andExpect(status().isUnauthorized());
        call(null, "POST", "/api/auth/login/", "no json").andExpect(status().isBadRequest());
        JsonNode ours = json.readTree(ok(
                call(null, "POST", "/api/v1/auth/login/", "{\"username\":\"engineer\",\"password\":\"engineer123\"}")));
        assertThat(ours.has("access")).as("only on the older path").isFalse();
    }

    @ParameterizedTest
    @CsvSource({"user,REQUESTER", "admin,SUPERVISOR", "manager,PROJECT_MANAGER", "employee,ENGINEER"})
    void roles_are_the_four_of_the_older_clients(String theirs, String ours) throws Exception {
        ObjectNode body = json.createObjectNode().put("role", theirs);
        people().translate(body, true);
        assertThat(body.toString()).isEqualTo("{\"roles\":[\"" + ours + "\"]}");
        JsonNode answer = json.readTree("{\"items\":[{\"roles\":[\"" + ours + "\"]}]}");
        people().repeat(answer);
        assertThat(answer.at("/items/0/role").asText()).isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"ADMIN\"}",
                "{\"role\":\"OPERATOR\"}",
                "{\"role\":[\"admin\"]}",
                "{\"role\":null}",
                "{\"roles\":[\"ADMIN\"]}",
                "{\"role\":\"user\",\"roles\":[\"ADMIN\"]}",
                "{\"groups\":[\"g-admins\"]}"
            })
    void nobody_becomes_an_administrator_by_them(String text) throws Exception {
        ObjectNode body = (ObjectNode) json.readTree(text);
        Assertions.assertThatThrownBy(() -> people().translate(body, true)).isInstanceOf(InvalidInput.class);
        call("admin", "POST", "/api/accounts/users/", text).andExpect(status().isBadRequest());
    }

    @Test
    void somebody_new_without_a_real_name_is_called_by_the_user_name() throws Exception {
        assertThat(translated("{\"username\":\"x.y\"}", true))
                .isEqualTo("{\"username\":\"x.y\",\"real_name\":\"x.y\"}");
        assertThat(translated("{\"username\":\"x.y\",\"real_name\":\"X\"}", true))
                .contains("\"X\"");
        assertThat(translated("{\"username\":\"x.y\"}", false)).isEqualTo("{\"username\":\"x.y\"}");
    }

    @Test
    void people_are_found_by_the_roles_of_the_older_clients() throws Exception {
        call("admin", "GET", "/api/accounts/users/?role=employee", null)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.username == 'engineer')]").exists())
                .andExpect(jsonPath("$.items[?(@.username == 'requester')]").doesNotExist());
        call("admin", "GET", "/api/accounts/users/?role=ENGINEER", null).andExpect(status().isBadRequest());
    }

    private String translated(String text, boolean adds) throws Exception {
        ObjectNode body = (ObjectNode) json.readTree(text);
        people().translate(body, adds);
        return body.toString();
    }

    private static OlderFields people() {
        return OlderPath.find("POST", "/api/accounts/users")
                .orElseThrow()
                .line()
                .fields();
    }

    private static String ok(ResultActions call) throws Exception {
        var response = call.andReturn().getResponse();
        assertThat(response.getStatus() / 100).as(response.getContentAsString()).isEqualTo(2);
        return response.getContentAsString();
    }

    private ResultActions call(@Nullable String user, String method, String path, @Nullable String body)
            throws Exception {
        var call = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path)
                .contentType(MediaType.APPLICATION_JSON);
        if (user != null) {
            call.with(SecurityMockMvcRequestPostProcessors.httpBasic(user, user + "123"));
        }
        return mvc.perform(body == null ? call : call.content(body));
    }
}
