package io.opsflow.accounts.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.opsflow.testing.OpsFlowTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Accounts over HTTP. */
@OpsFlowTest
class UserApiTest {

    private static final String USERS = "/api/v1/users";
    private static final String PASSWORD = "Heron4-Tundra-Mosaic";
    private static final String NEW =
            """
            {"username": "UA-Chen", "real_name": "陈晨", "email": "chen@example.com", "phone": "555-0142",
             "department": "IT", "roles": ["VIEWER"], "groups": [], "password": "Heron4-Tundra-Mosaic"}""";

    @Autowired
    MockMvc web;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void remove() {
        jdbc.update("delete from user_role where user_id in (select id from app_user where username like 'ua-%')");
        jdbc.update("delete from app_user where username like 'ua-%'");
        jdbc.update("update app_user set real_name = '陈静', email = 'viewer@example.com' where username = 'viewer'");
    }

    @Test
    void an_account_is_added_read_changed_and_removed() throws Exception {
        int id = added();
        call("admin", get(USERS + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.username").value("ua-chen"))
                .andExpect(jsonPath("$.real_name").value("陈晨"))
                .andExpect(jsonPath("$.roles", contains("VIEWER")))
                .andExpect(jsonPath("$.groups", hasSize(0)))
                .andExpect(jsonPath("$.is_active").value(true))
                .andExpect(jsonPath("$.version", notNullValue()))
                .andExpect(content().string(not(containsString("assword"))))
                .andExpect(content().string(not(containsString("hash"))));
        int version = JsonPath.read(
                call("admin", get(USERS + "/" + id)).andReturn().getResponse().getContentAsString(), "$.version");
        call(
                        "admin",
                        patch(USERS + "/" + id),
                        "{\"version\": " + version + ", \"phone\": \"\", \"roles\": [\"ENGINEER\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.phone", nullValue()))
                .andExpect(jsonPath("$.email").value("chen@example.com"))
                .andExpect(jsonPath("$.roles", contains("ENGINEER")));
        call("admin", patch(USERS + "/" + id), "{\"version\": " + version + ", \"phone\": \"555\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type", endsWith("account-changed")));
        call("admin", delete(USERS + "/" + id)).andExpect(status().isNoContent());
        call("admin", get(USERS + "/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void an_account_can_be_added_that_lets_nobody_in_yet() throws Exception {
        call("admin", post(USERS), NEW.replace("\"groups\": []", "\"is_active\": false"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.is_active").value(false));
        web.perform(post("/api/v1/auth/login")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\": \"ua-chen\", \"password\": \"" + PASSWORD + "\"}"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_list_has_pages_and_filters_and_refuses_what_it_does_not_know() throws Exception {
        added();
        call("admin", get(USERS).param("q", "ua-ch").param("role", "VIEWER").param("is_active", "true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].username", contains("ua-chen")))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(50));
        call("admin", get(USERS).param("rolle", "VIEWER")).andExpect(status().isBadRequest());
        call("admin", get(USERS).param("sort", "password_hash,asc")).andExpect(status().isBadRequest());
    }

    @Test
    void a_field_that_holds_nothing_is_a_mistake_of_the_callers() throws Exception {
        call("admin", post(USERS), NEW.replace("\"UA-Chen\"", "null"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("username"));
        call("admin", post(USERS), NEW.replace("\"VIEWER\"", "null"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(containsString("roles")));
        call("viewer", patch(USERS + "/me"), "{\"real_name\": \" \"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("required")));
        call("admin", post("/api/v1/tokens"), "{\"name\": \"n\", \"scopes\": [null]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(containsString("scopes")));
    }

    @Test
    void who_names_a_group_that_does_not_exist_is_told_which() throws Exception {
        call("admin", post(USERS), NEW.replace("\"groups\": []", "\"groups\": [\"g-nowhere\"]"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("g-nowhere")));
    }

    @Test
    void every_wrong_field_is_named() throws Exception {
        call(
                        "admin",
                        post(USERS),
                        """
                        {"username": "-", "real_name": " ", "email": "x", "roles": ["KING"], "password": "short"}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", hasItem("real_name")));
        call(
                        "admin",
                        post(USERS),
                        """
                        {"username": "ADMlN", "real_name": "x", "email": "x",
                         "roles": ["KING"], "password": "short"}""")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.field=='username')].message", contains(containsString("admin"))))
                .andExpect(jsonPath("$.errors[*].field", hasItem("email")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("roles")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("password")));
    }

    @Test
    void my_own_data_are_mine_to_read_and_to_change() throws Exception {
        call("viewer", get(USERS + "/me"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.username").value("viewer"))
                .andExpect(jsonPath("$.roles", contains("VIEWER")));
        call("viewer", patch(USERS + "/me"), "{\"real_name\": \"陈小静\", \"email\": \"\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.real_name").value("陈小静"))
                .andExpect(jsonPath("$.email", nullValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"roles\": [\"ADMIN\"]",
                "\"groups\": [\"g-x\"]",
                "\"is_active\": true",
                "\"username\": \"root\"",
                "\"password\": \"Heron4-Tundra-Mosaic\"",
                "\"password_hash\": \"x\"",
                "\"must_change_password\": false",
                "\"id\": 1",
                "\"version\": 99"
            })
    void what_is_not_mine_to_change_is_refused_by_name_and_nothing_is_changed(String field) throws Exception {
        String name = field.substring(1, field.indexOf('"', 1));
        call("viewer", patch(USERS + "/me"), "{\"real_name\": \"Mallory\", " + field + "}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", contains(name)));
        call("viewer", get(USERS + "/me"))
                .andExpect(jsonPath("$.real_name").value("陈静"))
                .andExpect(jsonPath("$.roles", contains("VIEWER")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "password_hash", "id", "created_at", "must_change_password"})
    void not_even_an_administrator_changes_what_never_changes(String name) throws Exception {
        int id = added();
        call("admin", patch(USERS + "/" + id), "{\"" + name + "\": \"1\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].field", contains(name)));
    }

    @Test
    void whoever_is_deactivated_is_refused_with_the_next_call() throws Exception {
        int id = added();
        jdbc.update("update app_user set must_change_password = false where id = ?", id);
        web.perform(get(USERS + "/me").with(httpBasic("ua-chen", PASSWORD))).andExpect(status().isOk());
        call("admin", post(USERS + "/" + id + "/deactivate"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.is_active").value(false));
        web.perform(get(USERS + "/me").with(httpBasic("ua-chen", PASSWORD))).andExpect(status().isUnauthorized());
        call("admin", post(USERS + "/" + id + "/activate"))
                .andExpect(jsonPath("$.is_active").value(true));
        web.perform(get(USERS + "/me").with(httpBasic("ua-chen", PASSWORD))).andExpect(status().isOk());
        call("admin", patch(USERS + "/" + id), "{\"is_active\": false}")
                .andExpect(jsonPath("$.is_active").value(false));
        web.perform(get(USERS + "/me").with(httpBasic("ua-chen", PASSWORD))).andExpect(status().isUnauthorized());
    }

    @Test
    void a_reset_password_is_told_once_and_opens_only_the_choice_of_another() throws Exception {
        int id = added();
        String body = call("admin", post(USERS + "/" + id + "/reset-password"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.password", matchesPattern("[a-z2-9-]{23}")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        web.perform(get(USERS + "/me").with(httpBasic("ua-chen", JsonPath.read(body, "$.password"))))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type", endsWith("password-must-change")));
        web.perform(get(USERS + "/me").with(httpBasic("ua-chen", PASSWORD))).andExpect(status().isUnauthorized());
        call("admin", post(USERS + "/" + id + "/reset-password"), "{\"password\": \"Marble9-Quiver-Sable\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.password", nullValue()));
        call("admin", get(USERS + "/" + id + "/sessions")).andExpect(jsonPath("$.items", hasSize(0)));
        call("admin", delete(USERS + "/" + id + "/sessions")).andExpect(status().isNoContent());
        call("admin", post(USERS + "/" + id + "/unlock")).andExpect(status().isNoContent());
    }

    @Test
    void oneself_stays() throws Exception {
        int id = JsonPath.read(
                call("admin", get(USERS + "/me")).andReturn().getResponse().getContentAsString(), "$.id");
        call("admin", delete(USERS + "/" + id))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type", endsWith("own-account")));
        call("admin", patch(USERS + "/" + id), "{\"roles\": [\"VIEWER\"]}").andExpect(status().isConflict());
        call("admin", patch(USERS + "/" + id), "{\"is_active\": false}").andExpect(status().isConflict());
        call("admin", get(USERS + "/me")).andExpect(jsonPath("$.roles", contains("ADMIN")));
    }

    private int added() throws Exception {
        String body = call("admin", post(USERS), NEW)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", matchesPattern(".*/api/v1/users/[0-9]+")))
                .andExpect(jsonPath("$", not(hasKey("password"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.id");
    }

    private ResultActions call(String user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic(user, user + "123")).header("Accept-Language", "en"));
    }

    private ResultActions call(String user, MockHttpServletRequestBuilder request, String body) throws Exception {
        return call(user, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
