package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.testing.OpsFlowTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What somebody else's page can make a browser do here: nothing. */
@OpsFlowTest
class ForgeryTest {

    private static final Set<RequestMethod> CHANGES =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    /** What is sent to these is the secret itself; no session does anything there. */
    private static final Set<String> WITHOUT_SESSION =
            Set.of("/api/v1/auth/login", "/api/v1/auth/refresh", "/api/v1/auth/logout");

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Call(HttpMethod method, String path) {}

    @Test
    void no_call_changes_anything_with_a_session_and_without_its_token() throws Exception {
        MockHttpSession session = signedIn("admin");
        List<Call> calls = changingCalls();
        assertThat(calls).hasSizeGreaterThan(25);
        SoftAssertions all = new SoftAssertions();
        for (Call call : calls) {
            int status = mvc.perform(request(call.method(), call.path())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{}")
                            .session(session))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            all.assertThat(status).as("%s %s", call.method(), call.path()).isEqualTo(403);
        }
        all.assertAll();
    }

    @Test
    void the_id_of_a_session_that_somebody_planted_is_worth_nothing_after_the_sign_in() throws Exception {
        MockHttpSession planted = new MockHttpSession();
        String before = planted.getId();
        mvc.perform(get("/login").accept(MediaType.TEXT_HTML).session(planted));
        mvc.perform(signIn("viewer").session(planted)).andExpect(authenticated());
        assertThat(planted.getId()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?continue=https://evil.example/",
                "/login?continue&redirect=https://evil.example/&next=//evil.example",
                "/login?spring-security-redirect=https://evil.example/"
            })
    void no_parameter_says_where_one_is_led_after_signing_in(String address) throws Exception {
        mvc.perform(post(address).with(csrf()).param("username", "viewer").param("password", "viewer123"))
                .andExpect(authenticated())
                .andExpect(redirectedUrl("/home"));
    }

    @Test
    void whoever_wanted_a_page_under_another_name_of_this_machine_is_led_to_a_page_of_this_product() throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(get("/tickets")
                .accept(MediaType.TEXT_HTML)
                .header("Host", "evil.example")
                .header("X-Forwarded-Host", "evil.example")
                .session(session));
        mvc.perform(signIn("viewer").session(session)).andExpect(redirectedUrlPattern("/tickets*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "/\\evil.example", "/%2f%2fevil.example", "/tickets;https:evil.example"})
    void a_path_that_a_browser_could_take_for_another_place_is_no_page_to_be_led_to(String path) throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(request(HttpMethod.GET, URI.create(path.replace("\\", "%5c")))
                .accept(MediaType.TEXT_HTML)
                .session(session));
        String led = mvc.perform(signIn("viewer").session(session))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(led).startsWith("/").doesNotStartWith("//").doesNotStartWith("/\\");
        assertThat(URI.create("http://opsflow.example/")
                        .resolve(String.valueOf(led))
                        .getHost())
                .isEqualTo("opsflow.example");
    }

    private List<Call> changingCalls() {
        List<Call> calls = new ArrayList<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getMethodsCondition().getMethods().stream()
                .filter(CHANGES::contains)
                .forEach(method -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/") && !WITHOUT_SESSION.contains(path))
                        .forEach(path ->
                                calls.add(new Call(method.asHttpMethod(), path.replaceAll("\\{[^}]*}", "1"))))));
        return calls;
    }

    private static MockHttpServletRequestBuilder signIn(String username) {
        return post("/login").with(csrf()).param("username", username).param("password", username + "123");
    }

    private MockHttpSession signedIn(String username) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                mvc.perform(signIn(username)).andReturn().getRequest().getSession(false));
    }
}
