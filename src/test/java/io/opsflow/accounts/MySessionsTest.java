package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.kernel.MovableClock;
import io.opsflow.platform.StartRefused;
import io.opsflow.testing.OpsFlowTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class MySessionsTest {

    private static final String CALL = "/api/v1/tasks";
    private static final String RELEASES = "/api/v1/processes/ticket-handling/releases";

    @Autowired
    MockMvc mvc;

    @Autowired
    MySessions sessions;

    @Autowired
    SessionKeeper keeper;

    @Autowired
    Directory directory;

    @Autowired
    List<OpenAccess> access;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    @AfterEach
    void none() {
        clock.reset();
        jdbc.update("delete from app_session");
        jdbc.update("delete from token_family");
        SecurityContextHolder.clearContext();
    }

    @Test
    void what_is_done_in_time_keeps_a_session_alive() throws Exception {
        MockHttpSession session = signedIn("viewer");
        for (int i = 0; i < 4; i++) {
            after(Duration.ofMinutes(25));
            mvc.perform(get(CALL).session(session)).andExpect(status().isOk());
        }
    }

    @Test
    void half_an_hour_of_nothing_ends_it() throws Exception {
        MockHttpSession session = signedIn("viewer");
        after(Duration.ofMinutes(31));
        mvc.perform(get(CALL).session(session)).andExpect(status().isUnauthorized());
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void an_open_page_that_only_asks_for_news_keeps_nothing_alive() throws Exception {
        MockHttpSession session = signedIn("viewer");
        for (int minutes = 10; minutes <= 20; minutes += 10) {
            after(Duration.ofMinutes(10));
            // The API stands in for the page: what counts is what the question looks like.
            mvc.perform(get(CALL + "?v-r=uidl&v-uiId=0").session(session)).andExpect(status().isBadRequest());
            mvc.perform(get(CALL + "?v-r=heartbeat&v-uiId=0").session(session)).andExpect(status().isBadRequest());
        }
        after(Duration.ofMinutes(11));
        mvc.perform(get(CALL + "?v-r=uidl&v-uiId=0").session(session)).andExpect(status().isUnauthorized());
    }

    @Test
    void somebody_who_moves_on_the_page_keeps_it_alive() throws Exception {
        MockHttpSession session = signedIn("viewer");
        after(Duration.ofMinutes(29));
        in(session, sessions::stay);
        after(Duration.ofMinutes(29));
        mvc.perform(get(CALL).session(session)).andExpect(status().isOk());
    }

    @Test
    void after_twelve_hours_it_ends_whatever_is_done() throws Exception {
        MockHttpSession session = signedIn("viewer");
        for (int i = 0; i < 28; i++) {
            after(Duration.ofMinutes(25));
            mvc.perform(get(CALL).session(session)).andExpect(status().isOk());
        }
        after(Duration.ofMinutes(21));
        mvc.perform(get(CALL).session(session)).andExpect(status().isUnauthorized());
    }

    @Test
    void the_end_is_known_before_it_comes() throws Exception {
        MockHttpSession session = signedIn("viewer");
        after(Duration.ofMinutes(29));
        in(session, () -> {
            MySessions.End end = sessions.end().orElseThrow();
            assertThat(end.left()).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60));
            assertThat(end.isLast()).isFalse();
            sessions.stay();
            assertThat(sessions.end().orElseThrow().left()).isGreaterThan(Duration.ofMinutes(29));
        });
        for (int i = 0; i < 28; i++) {
            after(Duration.ofMinutes(24));
            mvc.perform(get(CALL).session(session));
        }
        in(session, () -> assertThat(sessions.end().orElseThrow().isLast()).isTrue());
    }

    @Test
    void somebody_deactivated_is_out_with_the_next_request() throws Exception {
        MockHttpSession session = signedIn("requester2");
        jdbc.update("update app_user set active = false where username = 'requester2'");
        try {
            mvc.perform(get(CALL).session(session)).andExpect(status().isUnauthorized());
        } finally {
            jdbc.update("update app_user set active = true where username = 'requester2'");
        }
        mvc.perform(get(CALL).session(session)).andExpect(status().isUnauthorized());
    }

    @Test
    void whoever_loses_a_role_may_no_longer_do_what_it_allowed_with_the_next_request() throws Exception {
        MockHttpSession session = signedIn("owner");
        mvc.perform(get(RELEASES).session(session)).andExpect(status().isOk());
        roles("owner", "VIEWER");
        try {
            mvc.perform(get(RELEASES).session(session)).andExpect(status().isForbidden());
            mvc.perform(get(CALL).session(session)).andExpect(status().isOk());
            assertThat(current(session)).isEqualTo(id("owner"));
        } finally {
            roles("owner", "PROCESS_OWNER");
        }
        mvc.perform(get(RELEASES).session(session)).andExpect(status().isOk());
    }

    @Test
    void whoever_must_choose_a_password_may_do_nothing_else_in_open_sessions_either() throws Exception {
        MockHttpSession session = signedIn("requester2");
        mustChange(true);
        try {
            mvc.perform(get(CALL).session(session))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("password-must-change"));
        } finally {
            mustChange(false);
        }
        mvc.perform(get(CALL).session(session)).andExpect(status().isOk());
    }

    @Test
    void all_access_of_a_person_ends_and_nobody_elses() throws Exception {
        MockHttpSession one = signedIn("viewer");
        MockHttpSession two = signedIn("viewer");
        MockHttpSession other = signedIn("operator");
        access.forEach(way -> way.endAll("viewer"));
        mvc.perform(get(CALL).session(one)).andExpect(status().isUnauthorized());
        mvc.perform(get(CALL).session(two)).andExpect(status().isUnauthorized());
        mvc.perform(get(CALL).session(other)).andExpect(status().isOk());
    }

    private void roles(String username, String role) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("delete from user_role where user_id = (select id from app_user where username = ?)", username);
            jdbc.update(
                    "insert into user_role select u.id, r.id from app_user u, role r where u.username = ? and r.code ="
                            + " ?",
                    username,
                    role);
            directory.changed();
        });
    }

    private void mustChange(boolean must) {
        transaction.executeWithoutResult(status -> {
            jdbc.update("update app_user set must_change_password = ? where username = 'requester2'", must);
            directory.changed();
        });
    }

    @Test
    void a_session_whose_row_another_node_removed_is_over() throws Exception {
        MockHttpSession session = signedIn("viewer");
        jdbc.update("delete from app_session");
        mvc.perform(get(CALL).session(session)).andExpect(status().isUnauthorized());
    }

    @Test
    void by_no_path_does_a_session_that_is_over_go_on() throws Exception {
        for (String path : List.of("/VAADIN/build/x", "/icons/x", "/")) {
            MockHttpSession session = signedIn("viewer");
            jdbc.update("delete from app_session");
            MockHttpServletRequest question = new MockHttpServletRequest("POST", path);
            question.setQueryString("v-r=uidl&v-uiId=0");
            question.setSession(session);
            keeper.doFilter(question, new MockHttpServletResponse(), new MockFilterChain());
            assertThat(session.isInvalid()).as(path).isTrue();
        }
    }

    @Test
    void i_see_my_sessions_and_nobody_elses_and_end_them() throws Exception {
        MockHttpSession here = signedIn("viewer");
        MockHttpSession elsewhere = signedIn("viewer");
        MockHttpSession somebodyElses = signedIn("operator");
        mvc.perform(get("/api/v1/sessions").session(here))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[?(@.current == true)]").value(org.hamcrest.Matchers.hasSize(1)))
                .andExpect(jsonPath("$.items[0].address").value("127.0.0.1"))
                .andExpect(jsonPath("$.items[0].user_agent").value("Test Browser"));
        mvc.perform(delete("/api/v1/sessions/" + id("operator"))
                        .with(csrf().asHeader())
                        .session(here))
                .andExpect(status().isNotFound());
        mvc.perform(get(CALL).session(somebodyElses)).andExpect(status().isOk());
        String other = ids("viewer").stream()
                .filter(id -> !id.equals(current(here)))
                .findFirst()
                .orElseThrow();
        mvc.perform(delete("/api/v1/sessions/" + other).with(csrf().asHeader()).session(here))
                .andExpect(status().isNoContent());
        mvc.perform(get(CALL).session(elsewhere)).andExpect(status().isUnauthorized());
        mvc.perform(get(CALL).session(here)).andExpect(status().isOk());
    }

    @Test
    void programs_that_signed_in_are_listed_as_well_and_end_like_pages() throws Exception {
        MockHttpSession here = signedIn("viewer");
        after(Duration.ofSeconds(1));
        String program = program("viewer");
        mvc.perform(get(CALL).header("Authorization", program)).andExpect(status().isOk());
        mvc.perform(get("/api/v1/sessions").header("Authorization", program))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].kind").value("program"))
                .andExpect(jsonPath("$.items[0].username").value("viewer"))
                .andExpect(jsonPath("$.items[0].current").value(true))
                .andExpect(jsonPath("$.items[0].seen_at").value(org.hamcrest.Matchers.nullValue()))
                .andExpect(jsonPath("$.items[1].kind").value("page"))
                .andExpect(jsonPath("$.items[1].current").value(false));
        mvc.perform(delete("/api/v1/sessions/" + family("viewer"))
                        .with(csrf().asHeader())
                        .session(here))
                .andExpect(status().isNoContent());
        mvc.perform(get(CALL).header("Authorization", program)).andExpect(status().isUnauthorized());
        mvc.perform(get(CALL).session(here)).andExpect(status().isOk());

        String another = program("viewer");
        in(here, sessions::endOthers);
        mvc.perform(get(CALL).header("Authorization", another)).andExpect(status().isUnauthorized());
        mvc.perform(get(CALL).session(here)).andExpect(status().isOk());
    }

    @Test
    void administrators_see_everybodys_sessions_page_by_page_and_end_them() throws Exception {
        MockHttpSession admin = signedIn("admin");
        MockHttpSession viewer = signedIn("viewer");
        String program = program("operator");
        mvc.perform(get("/api/v1/sessions?all=true&size=2&page=1").session(admin))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get("/api/v1/sessions?username=operator").session(admin))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].kind").value("program"));
        long id = Objects.requireNonNull(
                jdbc.queryForObject("select id from app_user where username = 'operator'", Long.class));
        mvc.perform(get("/api/v1/users/" + id + "/sessions").session(admin))
                .andExpect(jsonPath("$.items[0].kind").value("program"));
        for (String asked : List.of("all=true", "username=operator", "username=viewer")) {
            mvc.perform(get("/api/v1/sessions?" + asked).session(viewer)).andExpect(status().isForbidden());
        }
        mvc.perform(delete("/api/v1/sessions/" + family("operator"))
                        .with(csrf().asHeader())
                        .session(viewer))
                .andExpect(status().isNotFound());
        mvc.perform(delete("/api/v1/sessions/" + family("operator"))
                        .with(csrf().asHeader())
                        .session(admin))
                .andExpect(status().isNoContent());
        mvc.perform(get(CALL).header("Authorization", program)).andExpect(status().isUnauthorized());
        mvc.perform(delete("/api/v1/sessions/" + id("viewer"))
                        .with(csrf().asHeader())
                        .session(admin))
                .andExpect(status().isNoContent());
        mvc.perform(get(CALL).session(viewer)).andExpect(status().isUnauthorized());
    }

    @Test
    void signing_out_takes_the_row_along() throws Exception {
        MockHttpSession session = signedIn("viewer");
        assertThat(ids("viewer")).hasSize(1);
        mvc.perform(post("/logout").with(csrf()).session(session));
        assertThat(ids("viewer")).isEmpty();
        signedIn("viewer").invalidate();
        assertThat(ids("viewer")).isEmpty();
    }

    @Test
    void signing_in_again_in_the_same_browser_leaves_one_session() throws Exception {
        MockHttpSession session = signedIn("viewer");
        mvc.perform(post("/login")
                .with(csrf())
                .param("username", "viewer")
                .param("password", "viewer123")
                .session(session));
        assertThat(ids("viewer")).hasSize(1);
    }

    @Test
    void what_is_over_is_forgotten() throws Exception {
        signedIn("viewer");
        after(Duration.ofMinutes(31));
        signedIn("operator");
        keeper.forget();
        assertThat(ids("viewer")).isEmpty();
        assertThat(ids("operator")).hasSize(1);
    }

    @Test
    void times_that_make_no_sense_are_refused_at_the_start() {
        assertThatThrownBy(() -> new SessionProperties(Duration.ofMinutes(1), Duration.ofHours(12)))
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentence(Locale.ENGLISH))
                        .contains("OPSFLOW_SESSION_IDLE (1 minutes)"));
        assertThatThrownBy(() -> new SessionProperties(Duration.ofHours(2), Duration.ofHours(1)))
                .isInstanceOf(StartRefused.class);
    }

    private MockHttpSession signedIn(String username) throws Exception {
        return (MockHttpSession) Objects.requireNonNull(mvc.perform(post("/login")
                        .with(csrf())
                        .header("User-Agent", "Test Browser")
                        .param("username", username)
                        .param("password", username + "123"))
                .andExpect(authenticated())
                .andReturn()
                .getRequest()
                .getSession(false));
    }

    private String program(String username) throws Exception {
        String answer = mvc.perform(post("/api/v1/auth/login")
                        .contentType("application/json")
                        .content("{\"username\":\"" + username + "\",\"password\":\"" + username + "123\"}"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return "Bearer " + com.jayway.jsonpath.JsonPath.<String>read(answer, "$.access_token");
    }

    private String family(String username) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select f.id from token_family f join app_user u on u.id = f.user_id where u.username = ?",
                String.class,
                username));
    }

    private static void in(MockHttpSession session, Runnable work) {
        SecurityContextHolder.setContext(
                (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT")));
        try {
            work.run();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String current(MockHttpSession session) {
        SecurityContext context =
                (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
        return SignInDetails.session(context.getAuthentication()).orElseThrow();
    }

    private String id(String username) {
        return ids(username).get(0);
    }

    private List<String> ids(String username) {
        return jdbc.queryForList(
                "select s.id from app_session s join app_user u on u.id = s.user_id where u.username = ?",
                String.class,
                username);
    }

    private void after(Duration time) {
        Instant next = clock.instant().plus(time);
        clock.moveTo(next);
    }
}
