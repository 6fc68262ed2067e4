package io.opsflow.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.opsflow.accounts.Impersonation;
import io.opsflow.testing.OpsFlowTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpsFlowTest
class AuditApiTest {

    private static final String AUDIT = "/api/v1/audit";

    @Autowired
    MockMvc web;

    @Autowired
    Impersonation people;

    @Autowired
    JdbcClient sql;

    @Test
    void a_call_is_found_with_its_way_its_trace_and_what_it_has_changed() throws Exception {
        String key = opened("Found in the log");

        String found = call("admin", get(AUDIT).queryParam("object", key))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].actor").value("requester"))
                .andExpect(jsonPath("$.items[0].actor_name").isNotEmpty())
                .andExpect(jsonPath("$.items[0].way").value("api"))
                .andExpect(jsonPath("$.items[0].address").value("127.0.0.1"))
                .andExpect(jsonPath("$.items[0].action").value("ticket.open"))
                .andExpect(jsonPath("$.items[0].object_kind").value("ticket"))
                .andExpect(jsonPath("$.items[0].result").value("done"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        String trace = JsonPath.read(found, "$.items[0].trace_id");
        call("admin", get(AUDIT).queryParam("trace_id", trace))
                .andExpect(jsonPath("$.total").value(1));
        int id = JsonPath.read(found, "$.items[0].id");
        call("admin", get(AUDIT + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.object").value(key))
                .andExpect(jsonPath("$.changes[?(@.field == 'title')].after").value("Found in the log"));
    }

    @Test
    void pages_and_the_cursor_show_each_entry_once() throws Exception {
        String key = opened("Many comments");
        for (int i = 0; i < 5; i++) {
            call(
                    "requester",
                    post("/api/v1/tickets/" + key + "/comments")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"text\": \"number " + i + "\"}"));
        }

        String first = call("admin", get(AUDIT).queryParam("object", key).queryParam("size", "4"))
                .andExpect(jsonPath("$.total").value(6))
                .andExpect(jsonPath("$.items.length()").value(4))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String second = call(
                        "admin",
                        get(AUDIT)
                                .queryParam("object", key)
                                .queryParam("size", "4")
                                .queryParam("after", JsonPath.<String>read(first, "$.next")))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andReturn()
                .getResponse()
                .getContentAsString();
        call(
                        "admin",
                        get(AUDIT)
                                .queryParam("object", key)
                                .queryParam("size", "4")
                                .queryParam("page", "1"))
                .andExpect(jsonPath("$.items.length()").value(2));

        assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].id"))
                .doesNotContainAnyElementsOf(JsonPath.<List<Integer>>read(second, "$.items[*].id"));
    }

    @Test
    void filters_narrow() throws Exception {
        opened("Narrow");

        call("admin", get(AUDIT).queryParam("actor", "requester").queryParam("action", "ticket."))
                .andExpect(jsonPath("$.items[*].action", everyItem(startsWith("ticket."))));
        call("admin", get(AUDIT).queryParam("result", "refused"))
                .andExpect(jsonPath("$.items[*].result", everyItem(is("refused"))));
        call("admin", get(AUDIT).queryParam("q", "100%_nothing"))
                .andExpect(jsonPath("$.total").value(0));
        call("admin", get(AUDIT).queryParam("actor", " Requester ").queryParam("q", "Ticket.Open"))
                .andExpect(jsonPath("$.items[0].action").value("ticket.open"))
                .andExpect(jsonPath("$.items[*].actor", everyItem(is("requester"))));
        call("admin", get(AUDIT).queryParam("to", "1999-01-01"))
                .andExpect(jsonPath("$.total").value(0));
        call("admin", get(AUDIT).queryParam("way", "teleport")).andExpect(status().isBadRequest());
        call("admin", get(AUDIT).queryParam("after", "x")).andExpect(status().isBadRequest());
        call("admin", get(AUDIT).queryParam("from", "yesterday")).andExpect(status().isBadRequest());
    }

    @Test
    void an_entry_that_nobody_made_is_not_found() throws Exception {
        call("admin", get(AUDIT + "/999999999")).andExpect(status().isNotFound());
        call("admin", get(AUDIT + "/x")).andExpect(status().isNotFound());
    }

    @Test
    void an_export_is_a_table_without_formulas_and_an_entry_itself() throws Exception {
        String key = opened("=cmd|' /C calc'!A0");

        String table = call("admin", get(AUDIT + "/export").queryParam("object", key))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", startsWith("text/csv")))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"audit.csv\""))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(table.lines()).hasSize(2);
        assertThat(table).contains("\"" + key + "\"").doesNotContain(",=").doesNotContain(",\"=");
        call("admin", get(AUDIT).queryParam("action", "audit.export").queryParam("q", key))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].actor").value("admin"));
    }

    @Test
    void no_secret_that_anybody_sends_is_kept() throws Exception {
        List<String> secrets =
                List.of("Wr0ng-Old-0ne!", "N3w-0ne-for-me!", "Ch0sen-f0r-her!", "Gue55ed-0ne!x", "Appl1cants-0wn!");
        send(
                "viewer",
                "/api/v1/users/change-password",
                Map.of("old_password", secrets.get(0), "new_password", secrets.get(1)));
        send(
                "admin",
                "/api/v1/users",
                Map.of("username", "secretive", "real_name", "Se Cret", "password", secrets.get(2)));
        send(
                "admin",
                "/api/v1/users",
                Map.of("username", "secretive", "real_name", "Twice", "password", secrets.get(2)));
        send(null, "/api/v1/auth/login", Map.of("username", "viewer", "password", secrets.get(3)));
        send(null, "/api/v1/auth/login", Map.of("username", secrets.get(3), "password", "x"));
        send(null, "/api/v1/auth/register", Map.of("username", "app1", "real_name", "App", "password", secrets.get(4)));
        String tokens = send(null, "/api/v1/auth/login", Map.of("username", "operator", "password", "operator123"));
        String refresh = JsonPath.read(tokens, "$.refresh_token");
        String access = JsonPath.read(tokens, "$.access_token");
        send(null, "/api/v1/auth/refresh", Map.of("refresh_token", refresh));

        await().untilAsserted(() -> assertThat(call("admin", get(AUDIT).queryParam("q", "secretive"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("user.add"));
        String all = sql.sql("select * from audit_entry").query().listOfRows().toString();
        assertThat(all)
                .contains("user.change_password", "token.login")
                .doesNotContain(secrets.toArray(String[]::new))
                .doesNotContain(refresh, access, "operator123", "$2a$", "{bcrypt}");
    }

    private String send(@Nullable String user, String path, Map<String, String> body) throws Exception {
        MockHttpServletRequestBuilder request =
                post(path).contentType(MediaType.APPLICATION_JSON).content(new ObjectMapper().writeValueAsString(body));
        ResultActions answer = user == null ? web.perform(request) : call(user, request);
        return answer.andReturn().getResponse().getContentAsString();
    }

    private String opened(String title) throws Exception {
        String answer = call(
                        "requester",
                        post("/api/v1/tickets")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"title\": \"" + title
                                        + "\", \"task_type\": \"problem\", \"priority\": \"low\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.key");
    }

    private ResultActions call(String user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(people.of(user))));
    }
}
