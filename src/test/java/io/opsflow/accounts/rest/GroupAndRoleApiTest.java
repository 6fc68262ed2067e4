package io.opsflow.accounts.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.testing.OpsFlowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpsFlowTest
class GroupAndRoleApiTest {

    @Autowired
    MockMvc mvc;

    @Test
    void a_group_is_added_read_changed_and_deleted() throws Exception {
        call(
                        "POST",
                        "/groups",
                        "{\"code\":\"g-api\",\"name\":\"接口组\",\"members\":[\"viewer\"],\"roles\":[\"ENGINEER\"]}")
                .andExpect(status().isCreated())
                .andExpect(header().string(HttpHeaders.LOCATION, "/api/v1/groups/g-api"));
        call("GET", "/groups?q=api&size=5", "")
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].roles[0]").value("ENGINEER"))
                .andExpect(jsonPath("$.items[0].members").value(1));
        call("GET", "/groups/g-api/members", "")
                .andExpect(jsonPath("$.items[0].username").value("viewer"));
        call("PATCH", "/groups/g-api", "{\"version\":0,\"name\":\"接口二组\",\"remove_members\":[\"viewer\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("接口二组"))
                .andExpect(jsonPath("$.members").value(0));
        call("PATCH", "/groups/g-api", "{\"version\":0,\"name\":\"接口三组\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("group-changed"))
                .andExpect(jsonPath("$.detail").value(containsString("接口二组")))
                .andExpect(jsonPath("$.detail").value(containsString("接口三组")));
        call("PATCH", "/groups/g-api", "{\"name\":\"接口四组\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("接口四组"));
        call("DELETE", "/groups/g-api", "").andExpect(status().isNoContent());
        call("GET", "/groups/g-api", "").andExpect(status().isNotFound());
    }

    @Test
    void a_role_is_added_read_changed_and_deleted() throws Exception {
        call("POST", "/roles", "{\"code\":\"API_ROLE\",\"name\":\"接口\",\"permissions\":[\"tickets.view\"]}")
                .andExpect(status().isCreated());
        call("GET", "/roles?q=api_role", "")
                .andExpect(jsonPath("$.items[0].built_in").value(false))
                .andExpect(jsonPath("$.items[0].permissions[0]").value("tickets.view"));
        call("PATCH", "/roles/API_ROLE", "{\"version\":0,\"permissions\":[]}")
                .andExpect(jsonPath("$.permissions").isEmpty())
                .andExpect(jsonPath("$.version").value(1));
        call("PATCH", "/roles/API_ROLE", "{\"version\":0,\"permissions\":[\"tickets.view\"]}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("role-changed"));
        call("PATCH", "/roles/API_ROLE", "{\"permissions\":[\"tickets.view\"]}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        call("DELETE", "/roles/API_ROLE", "").andExpect(status().isNoContent());
        call("DELETE", "/roles/ENGINEER", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("role-built-in"));
        call("GET", "/permissions?size=2", "")
                .andExpect(jsonPath("$.items[0].name").value("accounts.manage"))
                .andExpect(jsonPath("$.items[0].description").value(startsWith("新增")))
                .andExpect(jsonPath("$.size").value(2));
    }

    @Test
    void what_nobody_asked_for_is_an_error_and_never_ignored() throws Exception {
        call("POST", "/groups", "{\"code\":\"g-api\",\"name\":\"x\",\"version\":7}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("version"));
        call("PATCH", "/roles/ENGINEER", "{\"version\":0,\"built_in\":false}").andExpect(status().isBadRequest());
        call("POST", "/roles/ENGINEER/reset", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("version"));
        call("POST", "/groups", "{\"code\":\"g-api\",\"name\":\"x\",\"roles\":[null]}")
                .andExpect(status().isBadRequest());
        call("GET", "/groups?sort=id", "").andExpect(status().isBadRequest());
        call("GET", "/roles?name=x", "").andExpect(status().isBadRequest());
        call("GET", "/groups/g-api", "").andExpect(status().isNotFound());
    }

    private ResultActions call(String method, String path, String body) throws Exception {
        return mvc.perform(request(HttpMethod.valueOf(method), "/api/v1" + path)
                .with(httpBasic("admin", "admin123"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
