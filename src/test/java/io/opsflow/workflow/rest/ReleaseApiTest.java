package io.opsflow.workflow.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.StagedRelease;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpsFlowTest
class ReleaseApiTest {

    private static final String PROCESS = "/api/v1/processes/" + StagedRelease.KEY;

    @Autowired
    MockMvc web;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate sql;

    private StagedRelease staged;

    @BeforeEach
    void stage() {
        staged = new StagedRelease(engine, sql);
    }

    @AfterEach
    void leave() {
        staged.close();
    }

    @Test
    void versions_are_listed_with_their_origin() throws Exception {
        send(get(PROCESS + "/releases?size=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total", greaterThan(1)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].source").value("live_edit"))
                .andExpect(jsonPath("$.items[0].tool").value("Camunda Modeler"))
                .andExpect(jsonPath("$.items[0].deployed_by").value("owner"))
                .andExpect(jsonPath("$.items[0].latest").value(true));
        send(get("/api/v1/processes/nothing/releases")).andExpect(status().isNotFound());
    }

    @Test
    void the_newer_bundled_version_is_shown_and_kept_out() throws Exception {
        send(get(PROCESS + "/bundled").header("Accept-Language", "zh-CN"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.changes[*].kind", hasItem("removed")))
                .andExpect(jsonPath("$.changes[*].name", hasItem("复审工单")))
                .andExpect(jsonPath("$.difference", containsString("\n-")));
        send(post(PROCESS + "/bundled/keep"), "{\"seen\": \"" + seen() + "\"}").andExpect(status().isNoContent());
        send(get(PROCESS + "/bundled")).andExpect(jsonPath("$.kept_by").value("owner"));
    }

    @Test
    void the_newer_bundled_version_is_taken() throws Exception {
        String seen = seen();
        send(post(PROCESS + "/bundled/take"), "{\"seen\": \"" + seen + "\"}").andExpect(status().isNoContent());

        send(get(PROCESS + "/releases"))
                .andExpect(jsonPath("$.items[0].source").value("bundled"))
                .andExpect(jsonPath("$.items[0].deployed_by").value("owner"));
        send(get(PROCESS + "/bundled")).andExpect(status().isNoContent());
        send(post(PROCESS + "/bundled/take"), "{\"seen\": \"" + seen + "\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type", containsString("process-changed")));
    }

    @Test
    void an_older_version_is_restored() throws Exception {
        int latest = latest();
        send(post(PROCESS + "/versions/" + (latest - 1) + "/restore"), "{\"latest\": " + latest + "}")
                .andExpect(status().isNoContent());

        send(get(PROCESS + "/releases"))
                .andExpect(jsonPath("$.items[0].version").value(latest + 1))
                .andExpect(jsonPath("$.items[0].source").value("restored"))
                .andExpect(jsonPath("$.items[0].restored_from").value(latest - 1));
        send(post(PROCESS + "/versions/" + (latest + 1) + "/restore"), "{\"latest\": " + (latest + 1) + "}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type", containsString("already-latest")));
    }

    @Test
    void an_answer_that_does_not_say_what_was_seen_is_refused_by_field() throws Exception {
        send(post(PROCESS + "/bundled/take"), "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("seen"));
        send(post(PROCESS + "/versions/1/restore"), "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("latest"));
    }

    private String seen() throws Exception {
        return JsonPath.read(
                send(get(PROCESS + "/bundled")).andReturn().getResponse().getContentAsString(), "$.seen");
    }

    private int latest() throws Exception {
        return JsonPath.read(
                send(get(PROCESS + "/releases")).andReturn().getResponse().getContentAsString(), "$.items[0].version");
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(httpBasic("owner", "owner123")));
    }

    private ResultActions send(MockHttpServletRequestBuilder request, String body) throws Exception {
        return send(request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
