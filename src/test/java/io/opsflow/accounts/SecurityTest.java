package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.testing.OpsFlowTest;
import jakarta.servlet.Filter;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@OpsFlowTest
class SecurityTest {

    /** There is nothing here: 404 says that a call came through. */
    private static final String BEHIND = "/api/v1/nothing";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    Filter security;

    @BeforeEach
    @AfterEach
    void nobodyHasFailedYet() {
        jdbc.update("delete from sign_in_failure");
        jdbc.update("delete from sign_in_lock");
    }

    @Test
    void the_engine_s_rest_takes_a_password_and_no_session() throws Exception {
        String task = "/engine-rest/task";
        mvc.perform(get(task).header("Accept", "text/html,*/*").header("Accept-Language", "en"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", startsWith("Basic ")))
                .andExpect(jsonPath("$.message").value(containsString("Nobody is signed in")));
        mvc.perform(get(task).session(signedIn("admin"))).andExpect(status().isUnauthorized());
        mvc.perform(get(task).with(httpBasic("owner", "wrong"))).andExpect(status().isUnauthorized());
        mvc.perform(get(task).with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.message").value(containsString("流程引擎")));
    }

    @Test
    void the_engine_s_pages_take_a_session_and_no_password() throws Exception {
        String cockpit = "/camunda/app/cockpit/default/";
        mvc.perform(get(cockpit).accept(MediaType.TEXT_HTML).with(httpBasic("admin", "admin123")))
                .andExpect(redirectedUrl("/login"))
                .andExpect(header().doesNotExist("WWW-Authenticate"));
        mvc.perform(get("/camunda/api/engine/engine/default/task"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("WWW-Authenticate"));
        mvc.perform(get(cockpit).accept(MediaType.TEXT_HTML).session(signedIn("engineer")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/camunda/app/admin/default/")
                        .accept(MediaType.TEXT_HTML)
                        .session(signedIn("owner")))
                .andExpect(status().isForbidden());
    }

    @Test
    void after_signing_in_one_is_at_the_page_that_one_wanted_and_never_at_a_file() throws Exception {
        MockHttpSession page = new MockHttpSession();
        mvc.perform(get("/tickets").accept(MediaType.TEXT_HTML).session(page)).andExpect(status().isFound());
        mvc.perform(get("/inbox.css").accept(MediaType.ALL).session(page)).andExpect(status().isFound());
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", "viewer")
                        .param("password", "viewer123")
                        .session(page))
                .andExpect(redirectedUrlPattern("/tickets*"));

        MockHttpSession file = new MockHttpSession();
        mvc.perform(get("/inbox.css").accept(MediaType.ALL).session(file)).andExpect(status().isFound());
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", "viewer")
                        .param("password", "viewer123")
                        .session(file))
                .andExpect(redirectedUrl("/home"));
    }

    @Test
    void health_is_public_and_tells_no_details() throws Exception {
        mvc.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components").doesNotExist());
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/metrics"})
    void the_rest_of_the_actuator_is_closed(String path) throws Exception {
        mvc.perform(get(path)).andExpect(status().isUnauthorized());
        mvc.perform(get(path).with(httpBasic("viewer", "viewer123"))).andExpect(status().isForbidden());
    }

    @Test
    void metrics_are_for_administrators() throws Exception {
        String connections = "/actuator/metrics/hikaricp.connections";
        mvc.perform(get(connections).with(httpBasic("admin", "admin123")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("hikaricp.connections"));
        mvc.perform(get(connections).with(httpBasic("viewer", "viewer123"))).andExpect(status().isForbidden());
        mvc.perform(get(connections)).andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home", "/tickets/T-1000", "/login", "/no-such-page", "/api/v1/tickets", "/error", "/"})
    void a_made_up_host_stands_in_no_answer(String path) throws Exception {
        var answer = mvc.perform(get("http://evil.example" + path)
                        .accept(MediaType.TEXT_HTML)
                        .cookie(new Cookie("opsflow_session", "gone")))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).doesNotContain("evil.example");
        answer.getHeaderNames()
                .forEach(name -> assertThat(answer.getHeader(name)).doesNotContain("evil.example"));
    }

    @Test
    void who_must_sign_in_is_sent_there_by_its_path() throws Exception {
        mvc.perform(get("/home").accept(MediaType.TEXT_HTML)).andExpect(header().string("Location", "/login"));
        mvc.perform(post("/login")
                        .param("username", "viewer")
                        .param("password", "viewer123")
                        .with(csrf()))
                .andExpect(header().string("Location", "/home"));
    }

    @Test
    void the_description_names_no_host() throws Exception {
        mvc.perform(get("/v3/api-docs").header("Host", "evil.example").with(httpBasic("viewer", "viewer123")))
                .andExpect(jsonPath("$.servers[0].url").value("/"));
    }

    @Test
    void a_program_without_credentials_is_told_in_a_problem_how_to_send_them() throws Exception {
        mvc.perform(get(BEHIND).header("Accept-Language", "en"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().string("WWW-Authenticate", startsWith("Basic ")))
                .andExpect(header().exists("X-Trace-Id"))
                .andExpect(jsonPath("$.code").value("not-signed-in"))
                .andExpect(jsonPath("$.type").value("urn:opsflow:problem:not-signed-in"))
                .andExpect(jsonPath("$.trace_id").isNotEmpty())
                .andExpect(jsonPath("$.detail").value(containsString("Nobody is signed in")));
        mvc.perform(post(BEHIND)).andExpect(status().isUnauthorized());
    }

    @Test
    void a_browser_never_sees_a_basic_challenge() throws Exception {
        mvc.perform(get(BEHIND).header("Accept", "text/html,*/*"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(header().doesNotExist("WWW-Authenticate"));
        mvc.perform(get(BEHIND).header("X-Requested-With", "XMLHttpRequest"))
                .andExpect(header().doesNotExist("WWW-Authenticate"));
        mvc.perform(get(BEHIND).header("Sec-Fetch-Mode", "cors")).andExpect(header().doesNotExist("WWW-Authenticate"));
        mvc.perform(get(BEHIND).header("X-Requested-With", "fetch").with(httpBasic("admin", "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist("WWW-Authenticate"));
    }

    @Test
    void a_call_with_basic_comes_through_and_begins_no_session() throws Exception {
        MvcResult result = mvc.perform(get(BEHIND).with(httpBasic("viewer", "viewer123")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-path"))
                .andReturn();
        assertThat(result.getRequest().getSession(false)).isNull();
        mvc.perform(post(BEHIND).with(httpBasic("viewer", "viewer123"))).andExpect(status().isNotFound());
    }

    @Test
    void unknown_name_and_wrong_password_get_the_same_answer() throws Exception {
        String unknown = refusal("nobody.here", "viewer123");
        assertThat(refusal("viewer", "wrong")).isEqualTo(unknown);
        assertThat(refusal("ｖｉｅｗｅｒ ' or 1=1", "x")).isEqualTo(unknown);
    }

    @Test
    void a_broken_header_is_an_answer_and_no_fault() throws Exception {
        mvc.perform(get(BEHIND).header("Authorization", "Basic %%%")).andExpect(status().isUnauthorized());
        mvc.perform(get(BEHIND).header("Authorization", "Basic bm9jb2xvbg==")).andExpect(status().isUnauthorized());
        mvc.perform(get(BEHIND).header("Authorization", "Bearer abc")).andExpect(status().isUnauthorized());
    }

    @Test
    void the_session_of_the_screens_counts_for_calls_too() throws Exception {
        mvc.perform(get(BEHIND).session(signedIn("viewer"))).andExpect(status().isNotFound());
    }

    @Test
    void a_change_by_session_needs_the_token_and_one_with_basic_does_not() throws Exception {
        MockHttpSession session = signedIn("viewer");
        mvc.perform(post(BEHIND).session(session).header("Accept-Language", "zh-CN"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("csrf-token-missing"));

        Cookie token =
                Objects.requireNonNull(mvc.perform(get("/swagger-ui/index.html").session(session))
                        .andExpect(status().isOk())
                        .andExpect(cookie().exists("XSRF-TOKEN"))
                        .andReturn()
                        .getResponse()
                        .getCookie("XSRF-TOKEN"));
        mvc.perform(post(BEHIND).session(session).header("X-CSRF-TOKEN", token.getValue()))
                .andExpect(status().isNotFound());
        mvc.perform(post(BEHIND).session(session).header("X-CSRF-TOKEN", "forged"))
                .andExpect(status().isForbidden());
        mvc.perform(post(BEHIND).session(session).with(httpBasic("viewer", "viewer123")))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_try_out_page_leads_people_to_the_sign_in_page_and_back() throws Exception {
        MvcResult result = mvc.perform(get("/swagger-ui/index.html").accept(MediaType.TEXT_HTML))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/login"))
                .andReturn();
        MockHttpSession session =
                (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", "viewer")
                        .param("password", "viewer123")
                        .session(session))
                .andExpect(redirectedUrlPattern("/swagger-ui/index.html*"));
    }

    @Test
    void the_description_of_the_api_is_for_those_who_are_signed_in() throws Exception {
        mvc.perform(get("/v3/api-docs")).andExpect(status().isUnauthorized());
        mvc.perform(get("/v3/api-docs").with(httpBasic("viewer", "viewer123")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi").value(startsWith("3.1")))
                .andExpect(jsonPath("$.components.schemas.Problem.properties.trace_id")
                        .exists())
                .andExpect(jsonPath("$.components.securitySchemes.basic.scheme").value("basic"));
    }

    @Test
    void signing_in_leads_home_with_a_new_session_id() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String before = session.getId();
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", " Admin ")
                        .param("password", "admin123")
                        .session(session))
                .andExpect(authenticated().withUsername("admin"))
                .andExpect(redirectedUrl("/home"));
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void a_failed_sign_in_says_the_same_whoever_it_was() throws Exception {
        mvc.perform(formLogin("/login").user("admin").password("wrong"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?error"));
        mvc.perform(formLogin("/login").user("nobody.here").password("wrong"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void nobody_is_signed_in_by_a_form_that_was_not_shown_to_them() throws Exception {
        mvc.perform(post("/login").param("username", "viewer").param("password", "viewer123"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?stale"));
        mvc.perform(post("/login")
                        .with(csrf().useInvalidToken())
                        .param("username", "viewer")
                        .param("password", "viewer123"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/login?stale"));
    }

    @Test
    void a_link_does_not_sign_anybody_out() throws Exception {
        MockHttpSession session = signedIn("viewer");
        MockHttpServletRequest link = new MockHttpServletRequest("GET", "/logout");
        link.setSession(session);
        security.doFilter(link, new MockHttpServletResponse(), new MockFilterChain());
        mvc.perform(post("/logout").session(session)).andExpect(status().isForbidden());
        mvc.perform(get(BEHIND).session(session)).andExpect(status().isNotFound());
        mvc.perform(post("/logout").with(csrf()).session(session)).andExpect(redirectedUrl("/login?signed-out"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void too_many_wrong_passwords_make_every_way_in_wait() throws Exception {
        for (String name : List.of("owner", "nobody.here")) {
            for (int i = 0; i < 5; i++) {
                mvc.perform(get(BEHIND).with(httpBasic(name, "wrong"))).andExpect(status().isUnauthorized());
            }
            mvc.perform(get(BEHIND).with(httpBasic(name, name + "123")).header("Accept-Language", "en"))
                    .andExpect(status().isTooManyRequests())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(header().string("Retry-After", matchesPattern("(5\\d\\d|600)")))
                    .andExpect(header().doesNotExist("WWW-Authenticate"))
                    .andExpect(jsonPath("$.code").value("too-many-attempts"))
                    .andExpect(jsonPath("$.detail").value(containsString("wait 10 minutes")));
            mvc.perform(get("/engine-rest/task")
                            .with(httpBasic(name, name + "123"))
                            .header("Accept-Language", "en"))
                    .andExpect(status().isTooManyRequests())
                    .andExpect(header().exists("Retry-After"))
                    .andExpect(header().doesNotExist("WWW-Authenticate"))
                    .andExpect(jsonPath("$.message").value(containsString("wait 10 minutes")));
            mvc.perform(formLogin("/login").user(name).password(name + "123"))
                    .andExpect(unauthenticated())
                    .andExpect(redirectedUrlPattern("/login?wait=*"));
        }
    }

    @Test
    void many_wrong_passwords_from_one_address_make_it_wait_whoever_it_is() throws Exception {
        for (int i = 0; i < 50; i++) {
            mvc.perform(get(BEHIND).with(httpBasic("guess" + i, "wrong")).with(from("203.0.113.9")))
                    .andExpect(status().isUnauthorized());
        }
        mvc.perform(get(BEHIND).with(httpBasic("owner", "owner123")).with(from("203.0.113.9")))
                .andExpect(status().isTooManyRequests());
        mvc.perform(get(BEHIND).with(httpBasic("owner", "owner123")).with(from("203.0.113.10")))
                .andExpect(status().isNotFound());
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void screens_lead_to_the_sign_in_page_and_say_when_a_session_has_ended() throws Exception {
        mvc.perform(get("/home").accept(MediaType.TEXT_HTML)).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/home").accept(MediaType.TEXT_HTML).with(request -> {
                    request.setRequestedSessionId("gone");
                    request.setRequestedSessionIdValid(false);
                    return request;
                }))
                .andExpect(redirectedUrl("/login?expired"));
    }

    @Test
    void screens_and_calls_carry_the_headers_that_keep_others_out() throws Exception {
        mvc.perform(get("/login").accept(MediaType.TEXT_HTML))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"));
        mvc.perform(get(BEHIND))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    private String refusal(String name, String password) throws Exception {
        return mvc.perform(get(BEHIND).with(httpBasic(name, password)).header("Accept-Language", "en"))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString()
                .replaceFirst("\"trace_id\":\"[^\"]*\"", "");
    }

    private MockHttpSession signedIn(String username) throws Exception {
        MvcResult result = mvc.perform(formLogin("/login").user(username).password(username + "123"))
                .andExpect(authenticated())
                .andReturn();
        return (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
    }
}
