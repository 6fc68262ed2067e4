package io.opsflow.workflow.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpsFlowTest
class TaskApiTest {

    private static final String TASKS = "/api/v1/tasks";

    @Autowired
    MockMvc web;

    @Autowired
    Tickets tickets;

    @Autowired
    As as;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
    }

    @Test
    void an_offered_task_is_claimed_released_and_completed() throws Exception {
        TicketKey key = make.pending();
        String task = TASKS + "/" + taskOf("supervisor", "claimable", key);

        send("supervisor", get(task))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.task.object_key").value(key.toString()))
                .andExpect(jsonPath("$.task.action").value("review"))
                .andExpect(jsonPath("$.candidates", hasItem("SUPERVISOR")))
                .andExpect(jsonPath("$.claimable").value(true));
        send("supervisor", post(task + "/claim"))
                .andExpect(jsonPath("$.task.assignee").value("supervisor"))
                .andExpect(jsonPath("$.releasable").value(true));
        send("supervisor", get(TASKS + "?view=mine&q=" + key)).andExpect(jsonPath("$.items", hasSize(1)));
        send("supervisor", post(task + "/release"))
                .andExpect(jsonPath("$.claimable").value(true));
        send("supervisor", post(task + "/complete"), "{\"approved\": true, \"comment\": \"agreed\"}")
                .andExpect(status().isNoContent());

        send("supervisor", get("/api/v1/tickets/" + key))
                .andExpect(jsonPath("$.status").value("reviewed"))
                .andExpect(jsonPath("$.review_comment").value("agreed"));
        problem(send("supervisor", post(task + "/complete"), "{\"approved\": true}"), 409);
    }

    @Test
    void a_form_comes_with_its_schema_in_the_language_of_the_caller() throws Exception {
        String form = TASKS + "/" + taskOf("supervisor", "claimable", make.pending()) + "/form";

        send("supervisor", get(form))
                .andExpect(jsonPath("$.schema.id").value("review-ticket"))
                .andExpect(jsonPath("$.schema.components[*].label", hasItem("Decision")))
                .andExpect(jsonPath("$.data").value(notNullValue()));
        web.perform(get(form).header("Accept-Language", "zh-CN").with(httpBasic("supervisor", "supervisor123")))
                .andExpect(jsonPath("$.schema.components[*].label", hasItem("结论")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | approved",
                "{\"approved\": \"perhaps\"} | approved",
                "{\"approved\": false} | comment",
                "{\"approved\": true, \"status\": \"closed\"} | status"
            })
    void fields_that_the_form_does_not_accept_are_named(String fields, String field) throws Exception {
        String task = TASKS + "/" + taskOf("supervisor", "claimable", make.pending());

        problem(send("supervisor", post(task + "/complete"), fields), 400)
                .andExpect(jsonPath("$.errors[*].field", hasItem(field)));
    }

    @Test
    void an_unknown_field_is_called_as_it_was_sent_and_not_by_a_label() throws Exception {
        TicketKey key = make.pending();
        String task = TASKS + "/" + taskOf("supervisor", "claimable", key);

        problem(send("supervisor", post(task + "/complete"), "{\"approved\": true, \"status\": \"closed\"}"), 400)
                .andExpect(jsonPath("$.errors[0].message").value("The form has no field \"status\"."));
        problem(send("requester", post("/api/v1/tickets"), "{\"title\": \"x\", \"status\": \"closed\"}"), 400)
                .andExpect(jsonPath("$.errors[0].message", startsWith("There is no field \"status\". Known here: ")));
        problem(send("requester", get("/api/v1/tickets?outcome=closed")), 400)
                .andExpect(jsonPath("$.errors[0].message", startsWith("There is no parameter \"outcome\".")));
    }

    @Test
    void an_urgency_is_spelled_as_the_filter_takes_it() throws Exception {
        TicketKey key = make.pending();
        String task = taskOf("supervisor", "claimable", key);

        send("supervisor", get(TASKS + "?urgency=high&q=" + key))
                .andExpect(jsonPath("$.items[*].urgency", contains("high")));
        send("supervisor", get(TASKS + "/" + task))
                .andExpect(jsonPath("$.task.urgency").value("high"));
    }

    @Test
    void a_page_too_deep_says_what_else_leads_on() throws Exception {
        problem(send("supervisor", get(TASKS + "?page=50&size=200")), 400)
                .andExpect(jsonPath("$.errors[0].message", containsString("filters")));
    }

    @Test
    void a_task_of_others_does_not_exist() throws Exception {
        String task = TASKS + "/" + taskOf("engineer", "mine", make.assigned());

        problem(send("engineer2", get(task)), 404);
        problem(send("engineer2", get(task + "/form")), 404);
        problem(send("engineer2", post(task + "/claim")), 404);
        problem(send("engineer2", post(task + "/complete"), "{}"), 404);
        problem(send("engineer2", get(TASKS + "/nonsense")), 404);
    }

    @ParameterizedTest
    @CsvSource({"view=theirs, view", "urgency=huge, urgency", "size=0, size", "sort=title, sort", "who=me, who"})
    void a_parameter_that_makes_no_sense_is_named(String query, String field) throws Exception {
        problem(send("supervisor", get(TASKS + "?" + query)), 400)
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void processes_are_listed_with_their_diagrams() throws Exception {
        send("owner", get("/api/v1/processes"))
                .andExpect(jsonPath("$[?(@.key == 'ticket-handling')].name", hasItem("Ticket handling")));
        send("owner", get("/api/v1/processes/ticket-handling/diagram"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_XML))
                .andExpect(content().string(containsString("name=\"Review ticket\"")));
        web.perform(get("/api/v1/processes/ticket-handling/diagram")
                        .header("Accept-Language", "zh-CN")
                        .with(httpBasic("owner", "owner123")))
                .andExpect(content().string(containsString("name=\"审核工单\"")));
        problem(send("owner", get("/api/v1/processes/nonsense/diagram")), 404);
    }

    private String taskOf(String person, String view, TicketKey key) throws Exception {
        String tasks = send(person, get(TASKS + "?view=" + view + "&process=ticket-handling&q=" + key))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> ids = JsonPath.read(tasks, "$.items[?(@.object_key == '" + key + "')].id");
        return ids.get(0);
    }

    private ResultActions send(String person, MockHttpServletRequestBuilder request, String json) throws Exception {
        return send(person, request.contentType(MediaType.APPLICATION_JSON).content(json));
    }

    private ResultActions send(String person, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Accept-Language", "en").with(httpBasic(person, person + "123")));
    }

    private static ResultActions problem(ResultActions answer, int status) throws Exception {
        return answer.andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value(notNullValue()));
    }
}
