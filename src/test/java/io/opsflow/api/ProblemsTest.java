package io.opsflow.api;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.micrometer.tracing.Tracer;
import io.opsflow.kernel.Texts;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The answers to everything that can be wrong with a call; no database, no security, no other module. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemsTest {

    private final AnnotationConfigApplicationContext kernel = new AnnotationConfigApplicationContext();
    private MockMvc mvc = MockMvcBuilders.standaloneSetup().build();

    @BeforeAll
    void start() {
        kernel.registerBean(LocalValidatorFactoryBean.class);
        kernel.scan("io.opsflow.kernel");
        kernel.refresh();
        AcceptHeaderLocaleResolver languages = new AcceptHeaderLocaleResolver();
        Problems problems = new Problems(kernel.getBean(Texts.class), languages);
        mvc = MockMvcBuilders.standaloneSetup(new ThrowawayController())
                .setControllerAdvice(new ProblemAdvice(problems))
                .addInterceptors(new DeclaredParameters())
                .addFilters(new TraceIds(kernel.getBeanProvider(Tracer.class)))
                .setMessageConverters(new StrictJson().bounded(json()))
                .setValidator(kernel.getBean(LocalValidatorFactoryBean.class))
                .setLocaleResolver(languages)
                .build();
    }

    @AfterAll
    void stop() {
        kernel.close();
    }

    @Test
    void what_is_right_is_answered_with_a_trace_id() throws Exception {
        send("{\"short_name\":\"a\",\"main_colour\":\"dark_blue\",\"how_many\":3}")
                .andExpect(status().isOk())
                .andExpect(header().exists("X-Trace-Id"))
                .andExpect(jsonPath("$.main_colour").value("dark_blue"));
    }

    @Test
    void every_refused_field_says_why_in_the_language_of_the_caller() throws Exception {
        send("{\"short_name\":\"too long\"}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:opsflow:problem:invalid-input"))
                .andExpect(jsonPath("$.status").value(400))
                .andExpect(jsonPath("$.code").value("invalid-input"))
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.trace_id").isNotEmpty())
                .andExpect(jsonPath("$.errors[0].field").value("short_name"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("at most 5 characters")));
        mvc.perform(post("/api/throwaway/things")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Accept-Language", "zh-CN")
                        .content("{\"short_name\":\"\"}"))
                .andExpect(header().string("Content-Language", "zh-CN"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("请填写")));
    }

    @Test
    void an_unknown_field_is_refused_and_the_known_ones_are_named() throws Exception {
        send("{\"short_name\":\"a\",\"colour\":\"red\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("colour"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("main_colour")));
    }

    @Test
    void a_value_of_the_wrong_kind_names_its_field() throws Exception {
        send("{\"short_name\":\"a\",\"how_many\":\"many\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("how_many"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("whole number")));
        send("{\"short_name\":5}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("text")));
        send("{\"short_name\":\"a\",\"words\":\"b\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("list")));
        ask(get("/api/throwaway/things?open=perhaps"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("true or false")));
        ask(get("/api/throwaway/things?created_from=today"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("2026-12-01T08:00:00Z")));
        send("{\"short_name\":\"a\",\"how_many\":{}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("how_many"));
        send("{\"short_name\":\"a\",\"main_colour\":\"green\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("main_colour"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("dark_blue, red")));
    }

    @Test
    void nothing_within_a_list_names_its_place() throws Exception {
        send("{\"short_name\":\"a\",\"words\":[\"b\",null]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(containsString("words")));
    }

    @Test
    void a_number_that_nobody_knows_is_written_as_it_was_sent() throws Exception {
        ask(get("/api/throwaway/fail/not-found-number"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("999999")));
    }

    @Test
    void what_is_no_json_says_where_it_stops_being_json() throws Exception {
        send("{\"short_name\": }")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("json-malformed"))
                .andExpect(jsonPath("$.detail").value(containsString("line 1")))
                .andExpect(content().string(not(containsString("jackson"))));
        send("").andExpect(status().isBadRequest()).andExpect(jsonPath("$.code").value("body-missing"));
        for (String body : List.of("[]", "\"a\"", "5")) {
            send(body)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("body-no-object"));
        }
        send("{\"short_name\":\"a\",\"short_name\":\"b\"}").andExpect(status().isBadRequest());
        send("{\"short_name\":\"a\"} trailing").andExpect(status().isBadRequest());
    }

    @Test
    void a_body_that_would_fill_the_memory_is_not_read_to_its_end() throws Exception {
        String words = "\"b\",".repeat(StrictJson.LARGEST_BODY / 3);
        send("{\"short_name\":\"a\",\"words\":[" + words + "\"b\"]}")
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("body-too-large"))
                .andExpect(jsonPath("$.detail").value(containsString("4 MB")));
        send("{\"short_name\":\"a\",\"words\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}")
                .andExpect(status().is4xxClientError());
    }

    @Test
    void parameters_that_a_call_does_not_declare_are_refused() throws Exception {
        ask(get("/api/throwaway/things?created_from=2026-11-20T00:00:00Z&colour=RED&page=1&open=true"))
                .andExpect(status().isOk());
        ask(get("/api/throwaway/things?createdFrom=2026-11-20T00:00:00Z"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("invalid-input"))
                .andExpect(jsonPath("$.errors[0].field").value("createdFrom"))
                .andExpect(jsonPath("$.errors[0].message").value(containsString("created_from")));
        ask(get("/api/throwaway/things/1?x=1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("takes none")));
    }

    @Test
    void parameters_that_cannot_be_read_are_named() throws Exception {
        ask(get("/api/throwaway/things?page=two"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("page"));
        ask(get("/api/throwaway/things?colour=green"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(containsString("dark_blue")));
        ask(get("/api/throwaway/things?open=perhaps"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("open"));
        ask(get("/api/throwaway/things/one"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("number"));
    }

    @Test
    void a_wrong_method_or_body_says_which_are_right() throws Exception {
        ask(delete("/api/throwaway/things"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "GET, POST"))
                .andExpect(jsonPath("$.code").value("method-not-allowed"));
        mvc.perform(post("/api/throwaway/things")
                        .contentType(MediaType.TEXT_XML)
                        .content("<a/>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(header().string("Accept", containsString("application/json")));
        ask(get("/api/throwaway/fail/not-found").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void each_branch_of_the_family_has_its_status_and_sentence() throws Exception {
        ask(get("/api/throwaway/fail/not-found"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("T-1")));
        ask(get("/api/throwaway/fail/invalid"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("title"));
        ask(get("/api/throwaway/fail/rule")).andExpect(status().isConflict());
        ask(get("/api/throwaway/fail/unavailable"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"));
    }

    @Test
    void no_insides_are_told() throws Exception {
        ask(get("/api/throwaway/fail/denied"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("secret"))));
        ask(get("/api/throwaway/fail/lock"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("changed-meanwhile"))
                .andExpect(content().string(not(containsString("table"))));
        ask(get("/api/throwaway/fail/database"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().exists("Retry-After"))
                .andExpect(content().string(not(containsString("jdbc"))));
        ask(get("/api/throwaway/fail/anything"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("internal-error"))
                .andExpect(content().string(not(containsString("secret"))));
    }

    private ResultActions send(String body) throws Exception {
        return ask(post("/api/throwaway/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions ask(MockHttpServletRequestBuilder call) throws Exception {
        return mvc.perform(call.header("Accept-Language", "en"));
    }

    /** As strict as application.yaml makes the product's. */
    private static ObjectMapper json() {
        Jackson2ObjectMapperBuilder builder = Jackson2ObjectMapperBuilder.json()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .featuresToEnable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .featuresToDisable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        new StrictJson().strict().customize(builder);
        return builder.build();
    }
}
