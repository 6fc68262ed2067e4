package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@OpsFlowTest
class MyPasswordTest {

    private static final String OLD = "old kettle wandering";
    private static final String NEW = "new teapot travelling";
    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    MyPassword mine;

    @Autowired
    AppUserRepository users;

    @Autowired
    Roles roles;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @Autowired
    As as;

    @BeforeEach
    void somebody() {
        forget();
        users.saveAndFlush(new AppUser(
                "li.lei",
                new BCryptPasswordEncoder(4).encode(OLD),
                "李雷",
                roles.all(Set.of("VIEWER")),
                clock.instant()));
    }

    @AfterEach
    void forget() {
        jdbc.update("delete from user_role where user_id in (select id from app_user where username = 'li.lei')");
        jdbc.update("delete from app_user where username = 'li.lei'");
        jdbc.update("delete from sign_in_failure");
        jdbc.update("delete from sign_in_lock");
    }

    @Test
    void the_new_password_counts_at_once_and_the_old_one_no_more() throws Exception {
        mvc.perform(get(TICKETS).with(httpBasic("li.lei", OLD))).andExpect(status().isOk());
        as.user("li.lei", () -> mine.change(new ChangePassword(OLD, NEW)));
        mvc.perform(get(TICKETS).with(httpBasic("li.lei", OLD))).andExpect(status().isUnauthorized());
        mvc.perform(get(TICKETS).with(httpBasic("li.lei", NEW))).andExpect(status().isOk());
    }

    @Test
    void nothing_changes_without_the_old_password_and_guessing_it_is_braked() {
        as.user("li.lei", () -> {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> mine.change(new ChangePassword("guess", NEW)))
                        .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                                .extracting("field", "code")
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("old_password", "password-wrong")));
            }
            assertThatThrownBy(() -> mine.change(new ChangePassword(OLD, NEW))).isInstanceOf(TooManyAttempts.class);
        });
        assertThat(new BCryptPasswordEncoder().matches(OLD, hash())).isTrue();
    }

    @Test
    void a_weak_or_unchanged_password_is_refused_with_its_reason() {
        as.user("li.lei", () -> {
            refused(OLD, OLD, "password-unchanged");
            refused(OLD, "short", "password-too-short");
            refused(OLD, "password1234", "password-too-common");
            refused(OLD, "my li.lei password", "password-contains-name");
        });
        assertThat(new BCryptPasswordEncoder().matches(OLD, hash())).isTrue();
    }

    @Test
    void a_hash_that_was_cheap_is_made_anew_at_the_next_sign_in() throws Exception {
        assertThat(hash()).startsWith("$2a$04$");
        mvc.perform(formLogin("/login").user("li.lei").password(OLD)).andExpect(authenticated());
        assertThat(hash()).startsWith("$2a$12$");
        mvc.perform(formLogin("/login").user("li.lei").password(OLD)).andExpect(authenticated());
    }

    @Test
    void the_api_says_what_is_wrong_with_which_field() throws Exception {
        mvc.perform(change(OLD, "short").with(httpBasic("li.lei", OLD)).header("Accept-Language", "en"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("new_password"))
                .andExpect(jsonPath("$.errors[0].message").value("New password must have at least 10 characters."));
        mvc.perform(change(OLD, NEW).with(httpBasic("li.lei", OLD))).andExpect(status().isNoContent());
        mvc.perform(get(TICKETS).with(httpBasic("li.lei", NEW))).andExpect(status().isOk());
    }

    @Test
    void whoever_must_change_it_can_call_nothing_else() throws Exception {
        mustChange();
        mvc.perform(get(TICKETS).with(httpBasic("li.lei", OLD)).header("Accept-Language", "en"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("password-must-change"))
                .andExpect(jsonPath("$.detail").value(containsString("Change it first")));
        mvc.perform(get("/api/v1/sessions").with(httpBasic("li.lei", OLD))).andExpect(status().isForbidden());
        mvc.perform(get("/v3/api-docs").with(httpBasic("li.lei", OLD))).andExpect(status().isForbidden());
        mvc.perform(change(OLD, NEW).with(httpBasic("li.lei", OLD))).andExpect(status().isNoContent());
        mvc.perform(get(TICKETS).with(httpBasic("li.lei", NEW))).andExpect(status().isOk());
    }

    @Test
    void whoever_must_change_it_is_led_there_from_every_page_and_may_go_on_afterwards() throws Exception {
        mustChange();
        MockHttpSession session = signedIn();
        for (String page : new String[] {"/home", "/tickets", "/profile", "/login"}) {
            mvc.perform(get(page).accept(MediaType.TEXT_HTML).session(session))
                    .andExpect(redirectedUrl("/new-password"));
        }
        mvc.perform(get(TICKETS).session(session)).andExpect(status().isForbidden());
        mvc.perform(change(OLD, NEW).with(csrf().asHeader()).session(session)).andExpect(status().isNoContent());
        mvc.perform(get(TICKETS).session(session)).andExpect(status().isOk());
    }

    @Test
    void a_changed_password_ends_all_other_sessions_and_not_this_one() throws Exception {
        MockHttpSession here = signedIn();
        MockHttpSession elsewhere = signedIn();
        mvc.perform(get(TICKETS).session(elsewhere)).andExpect(status().isOk());
        mvc.perform(change(OLD, NEW).with(csrf().asHeader()).session(here)).andExpect(status().isNoContent());
        mvc.perform(get(TICKETS).session(here)).andExpect(status().isOk());
        mvc.perform(get(TICKETS).session(elsewhere)).andExpect(status().isUnauthorized());
        assertThat(elsewhere.isInvalid()).isTrue();
    }

    private void refused(String old, String chosen, String code) {
        assertThatThrownBy(() -> mine.change(new ChangePassword(old, chosen)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting("code")
                        .containsExactly(code));
    }

    private void mustChange() {
        jdbc.update("update app_user set must_change_password = true where username = 'li.lei'");
    }

    private String hash() {
        return Objects.requireNonNull(
                jdbc.queryForObject("select password_hash from app_user where username = 'li.lei'", String.class));
    }

    private MockHttpSession signedIn() throws Exception {
        return (MockHttpSession) Objects.requireNonNull(
                mvc.perform(formLogin("/login").user("li.lei").password(OLD))
                        .andExpect(authenticated())
                        .andReturn()
                        .getRequest()
                        .getSession(false));
    }

    private static MockHttpServletRequestBuilder change(String old, String chosen) {
        return post("/api/v1/users/change-password")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"old_password\":\"" + old + "\",\"new_password\":\"" + chosen + "\"}");
    }
}
