package io.opsflow.tickets.rest;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.tickets.TicketMaker;
import io.opsflow.tickets.Tickets;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpsFlowTest
class TicketApiTest {

    private static final String TICKETS = "/api/v1/tickets";
    private static final String NEW =
            """
            {"title": "Export <b>stops</b>", "description": "at 80 %", "task_type": "problem", "priority": "high"}""";

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
    void a_ticket_is_filed_and_found_at_its_location() throws Exception {
        String location = send("requester", post(TICKETS), NEW)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString("/api/v1/tickets/T-")))
                .andExpect(jsonPath("$.title").value("Export <b>stops</b>"))
                .andExpect(jsonPath("$.task_type").value("problem"))
                .andExpect(jsonPath("$.priority").value("high"))
                .andExpect(jsonPath("$.status").value("pending_review"))
                .andExpect(jsonPath("$.creator").value("requester"))
                .andExpect(jsonPath("$.creator_name").value(notNullValue()))
                .andExpect(jsonPath("$.created_at", endsWith("Z")))
                .andExpect(jsonPath("$.closed_at").value(nullValue()))
                .andExpect(jsonPath("$.available_actions", contains("correct", "withdraw")))
                .andReturn()
                .getResponse()
                .getHeader("Location");

        send("requester", get(location)).andExpect(status().isOk()).andExpect(jsonPath("$.key", containsString("T-")));
    }

    @Test
    void a_ticket_is_reached_by_key_and_by_number() throws Exception {
        var key = make.pending();

        send("requester", get(TICKETS + "/" + key)).andExpect(jsonPath("$.id").value(key.number()));
        send("requester", get(TICKETS + "/" + key.number()))
                .andExpect(jsonPath("$.key").value(key.toString()));
    }

    @Test
    void a_whole_life_by_http_alone() throws Exception {
        String key = JsonPath.read(body(send("requester", post(TICKETS), NEW)), "$.key");
        String path = TICKETS + "/" + key;

        send("requester", patch(path), "{\"priority\": \"urgent\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.priority").value("urgent"))
                .andExpect(jsonPath("$.description").value("at 80 %"));
        step("supervisor", path + "/review", "{\"approved\": true, \"comment\": \"agreed\"}", "reviewed");
        step("manager", path + "/assign", "{\"assignee\": \"engineer\"}", "assigned");
        send("engineer", post(path + "/start")).andExpect(jsonPath("$.status").value("in_progress"));
        step("engineer", path + "/handle", "{\"comment\": \"index added\"}", "completed");
        step("requester", path + "/confirm", "{\"confirmed\": false, \"comment\": \"still dead\"}", "in_progress");
        step("engineer", path + "/handle", "{\"comment\": \"really\"}", "completed");
        step("requester", path + "/confirm", "{\"confirmed\": true}", "confirmed");

        send("requester", get(path + "/log"))
                .andExpect(jsonPath("$", hasSize(9)))
                .andExpect(jsonPath("$[0].from").value(nullValue()))
                .andExpect(jsonPath("$[2].from").value("pending_review"))
                .andExpect(jsonPath("$[2].to").value("reviewed"))
                .andExpect(jsonPath("$[2].actor_name").value(notNullValue()))
                .andExpect(jsonPath("$[2].comment").value("agreed"));
        send("requester", get(path + "/process"))
                .andExpect(jsonPath("$.process_key").value("ticket-handling"))
                .andExpect(jsonPath("$.activities[*].activity_id", hasItem("reviewTicket")))
                .andExpect(jsonPath("$.activities[0].started_at").value(notNullValue()));
    }

    @Test
    void a_withdrawal_needs_no_body() throws Exception {
        send("requester", post(TICKETS + "/" + make.pending() + "/withdraw"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("closed"))
                .andExpect(jsonPath("$.outcome").value("withdrawn"));
    }

    @Test
    void comments_are_added_and_listed() throws Exception {
        String path = TICKETS + "/" + make.assigned() + "/comments";

        send("engineer", post(path), "{\"text\": \"on my way\"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.author").value("engineer"));
        send("requester", get(path + "?size=1"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].text").value("on my way"));
        String first =
                body(send("engineer", post(path), "{\"text\": \"there\"}").andExpect(status().isCreated()));
        send("requester", get(path + "?sort=created_at,desc&after=" + JsonPath.read(first, "$.id")))
                .andExpect(jsonPath("$.items[*].text", contains("on my way")))
                .andExpect(jsonPath("$.next").value(nullValue()));
        problem(send("requester", get(path + "?after=nonsense")), 400)
                .andExpect(jsonPath("$.errors[0].field").value("after"));
        problem(send("requester", get(path + "?after=1")), 400)
                .andExpect(jsonPath("$.errors[0].field").value("after"));
        problem(send("requester", get(path + "?sort=text")), 400)
                .andExpect(jsonPath("$.errors[0].field").value("sort"));
    }

    @Test
    void a_list_has_items_and_page_and_total() throws Exception {
        var key = make.pending("requester2", "Listed once");

        send(
                        "requester2",
                        get(TICKETS
                                + "?status=pending_review,reviewed&priority=high&task_type=problem&open=true&creator=requester2&q=listed"
                                + " once&created_from=2020-01-01&sort=updated_at,desc&size=5"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].key", hasItem(key.toString())))
                .andExpect(jsonPath("$.page").value(0))
                .andExpect(jsonPath("$.size").value(5))
                .andExpect(jsonPath("$.total_capped").value(false))
                .andExpect(jsonPath("$", hasKey("total")))
                .andExpect(jsonPath("$.items[0]", not(hasKey("description"))));
    }

    @Test
    void a_date_is_a_whole_day_and_a_time_an_instant() throws Exception {
        make.pending("requester2", "Dated");
        String mine = TICKETS + "?creator=requester2&q=Dated";

        send("requester2", get(mine + "&created_to=2020-01-01"))
                .andExpect(jsonPath("$.total").value(0));
        send("requester2", get(mine + "&created_from=2020-01-01T00:00:00Z&created_to=2099-12-31"))
                .andExpect(jsonPath("$.items", hasSize(1)));
        send("requester2", get(mine + "&created_from=2020-01-01T00:00:00+08:00"))
                .andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource({
        "status=nowhere, status",
        "priority=HIGH, priority",
        "task_type=bug, task_type",
        "created_from=yesterday, created_from",
        "closed_to=2026-13-01, closed_to",
        "open=perhaps, open",
        "size=201, size",
        "size=0, size",
        "page=-1, page",
        "page=x, page",
        "page=200, page",
        "sort=name, sort",
        "after=xyz, after",
        "taskType=problem, taskType",
        "stauts=closed, stauts"
    })
    void a_parameter_that_makes_no_sense_is_named(String query, String field) throws Exception {
        problem(send("viewer", get(TICKETS + "?" + query)), 400)
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(notNullValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \" \", \"task_type\": \"problem\", \"priority\": \"low\"} | title",
                "{\"title\": \"x\", \"priority\": \"low\"} | task_type",
                "{\"title\": \"x\", \"task_type\": \"bug\", \"priority\": \"low\"} | task_type",
                "{\"title\": \"x\", \"task_type\": \"demand\", \"priority\": 3} | priority",
                "{\"title\": \"x\", \"task_type\": \"demand\", \"priority\": \"low\", \"status\": \"closed\"} | status"
            })
    void a_field_that_makes_no_sense_is_named(String json, String field) throws Exception {
        problem(send("requester", post(TICKETS), json), 400)
                .andExpect(jsonPath("$.code").value("invalid-input"))
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"review", "confirm"})
    void a_decision_is_not_guessed(String action) throws Exception {
        var key = make.pending();

        problem(
                        send(
                                action.equals("review") ? "supervisor" : "requester",
                                post(TICKETS + "/" + key + "/" + action),
                                "{}"),
                        400)
                .andExpect(jsonPath("$.errors", hasSize(1)));
    }

    @Test
    void a_refusal_without_a_reason_names_the_comment() throws Exception {
        problem(send("supervisor", post(TICKETS + "/" + make.pending() + "/review"), "{\"approved\": false}"), 400)
                .andExpect(jsonPath("$.errors[0].field").value("comment"));
    }

    @Test
    void the_wrong_state_is_a_conflict_that_says_what_is_possible() throws Exception {
        var key = make.assigned();

        problem(send("manager", post(TICKETS + "/" + key + "/assign"), "{\"assignee\": \"engineer2\"}"), 409)
                .andExpect(jsonPath("$.code").value("action-not-open"))
                .andExpect(jsonPath("$.detail", allOf(containsString(key.toString()), containsString("start"))));
        problem(send("requester", patch(TICKETS + "/" + key), "{\"title\": \"x\"}"), 409)
                .andExpect(jsonPath("$.code").value("review-over"));
        problem(send("requester", post(TICKETS + "/" + key + "/withdraw")), 409);
    }

    @Test
    void the_wrong_person_is_forbidden_and_the_invisible_not_found() throws Exception {
        var key = make.pending();

        problem(send("viewer", post(TICKETS + "/" + key + "/review"), "{\"approved\": true}"), 403);
        problem(send("requester", post(TICKETS + "/" + key + "/review"), "{\"approved\": true}"), 403);
        for (String part : new String[] {"", "/log", "/comments", "/process"}) {
            problem(send("requester2", get(TICKETS + "/" + key + part)), 404);
        }
        problem(send("viewer", get(TICKETS + "/T-999999999")), 404);
        problem(send("viewer", get(TICKETS + "/nonsense")), 404);
    }

    @Test
    void a_sentence_is_in_the_language_of_the_caller() throws Exception {
        problem(
                        web.perform(get(TICKETS + "/T-999999999")
                                .header("Accept-Language", "zh-CN")
                                .with(httpBasic("viewer", "viewer123"))),
                        404)
                .andExpect(jsonPath("$.detail", containsString("T-999999999")))
                .andExpect(jsonPath("$.detail").value(org.hamcrest.Matchers.matchesRegex(".*\\p{IsHan}.*")));
    }

    private void step(String person, String path, String json, String status) throws Exception {
        send(person, post(path), json)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value(status));
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
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.code").value(notNullValue()))
                .andExpect(jsonPath("$.trace_id").value(notNullValue()));
    }

    private static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
