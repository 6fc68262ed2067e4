package io.opsflow.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import io.opsflow.accounts.MySessions;
import io.opsflow.kernel.MovableClock;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.Screens;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@OpsFlowTest
class SessionPagesTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final String EDGE =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";

    @Autowired
    ApplicationContext product;

    @Autowired
    MySessions sessions;

    @Autowired
    MockMvc mvc;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private Screens screens;

    @BeforeEach
    void prepare() {
        jdbc.update("delete from token_family");
        jdbc.update("delete from app_session");
        screens = new Screens(product, as);
    }

    @AfterEach
    void leave() {
        screens.close();
        clock.reset();
        jdbc.update("delete from token_family");
        jdbc.update("delete from app_session");
    }

    @Test
    void i_see_where_i_am_signed_in_and_end_it_elsewhere() throws Exception {
        signIn(EDGE);
        SecurityContext here = signIn(FIREFOX);
        screens.open("viewer", Locale.ENGLISH, "home");
        SecurityContextHolder.setContext(here);
        screens.go("profile");
        assertThat(screens.text()).contains("Where I am signed in", "Firefox · Linux", "Edge · Windows", "This one");

        screens.click("End");
        assertThat(screens.notice()).contains("Signed out there");
        assertThat(screens.text()).contains("Firefox · Linux").doesNotContain("Edge · Windows");
        assertThat(screens.buttons()).doesNotContain("End", "End all others");
    }

    @Test
    void all_others_end_at_once() throws Exception {
        signIn(EDGE);
        signIn("curl/8");
        SecurityContext here = signIn(FIREFOX);
        screens.open("viewer", Locale.SIMPLIFIED_CHINESE, "home");
        SecurityContextHolder.setContext(here);
        screens.go("profile");
        assertThat(screens.text()).contains("未知设备");
        screens.click("退出其他所有设备");
        assertThat(screens.text()).contains("Firefox · Linux").doesNotContain("Edge · Windows", "未知设备");
    }

    @Test
    void a_program_that_signed_in_stands_there_as_one() throws Exception {
        SecurityContext here = signIn(FIREFOX);
        mvc.perform(post("/api/v1/auth/login")
                .contentType("application/json")
                .content("{\"username\":\"viewer\",\"password\":\"viewer123\"}"));
        screens.open("viewer", Locale.ENGLISH, "home");
        SecurityContextHolder.setContext(here);
        screens.go("profile");
        assertThat(screens.text()).contains("Firefox · Linux", "A program (token sign-in)");
        screens.click("End");
        assertThat(screens.text()).contains("Firefox · Linux").doesNotContain("A program");
    }

    @Test
    void two_minutes_before_the_end_i_am_warned_and_can_stay() throws Exception {
        SessionWatch watch = watch();
        tick(watch);
        assertThat(isWarned()).isFalse();
        after(Duration.ofMinutes(28).plusSeconds(5));
        tick(watch);
        assertThat(screens.find(Dialog.class).getHeaderTitle()).contains("about to end");
        assertThat(screens.text()).contains("Nothing has been done here");
        screens.click("Stay signed in");
        assertThat(sessions.end().orElseThrow().left()).isGreaterThan(Duration.ofMinutes(29));
        tick(watch);
        assertThat(isWarned()).isFalse();
    }

    @Test
    void who_moves_in_another_window_is_no_longer_warned_in_this_one() throws Exception {
        SessionWatch watch = watch();
        after(Duration.ofMinutes(29));
        tick(watch);
        assertThat(isWarned()).isTrue();
        sessions.stay();
        tick(watch);
        assertThat(isWarned()).isFalse();
    }

    @Test
    void who_moves_stays() throws Exception {
        SessionWatch watch = watch();
        after(Duration.ofMinutes(20));
        screens.fire(watch, "ops-active", "");
        assertThat(sessions.end().orElseThrow().left()).isGreaterThan(Duration.ofMinutes(29));
    }

    @Test
    void before_the_last_end_i_am_told_that_nothing_helps() throws Exception {
        SessionWatch watch = watch();
        for (int i = 0; i < 28; i++) {
            after(Duration.ofMinutes(25));
            sessions.stay();
        }
        after(Duration.ofMinutes(19));
        tick(watch);
        assertThat(screens.text()).contains("only so long");
        assertThat(screens.buttons()).contains("Understood").doesNotContain("Stay signed in");
    }

    private SessionWatch watch() throws Exception {
        SecurityContext here = signIn(FIREFOX);
        screens.open("viewer", Locale.ENGLISH, "home");
        SecurityContextHolder.setContext(here);
        SessionWatch watch = new SessionWatch(sessions);
        UI.getCurrent().add(watch);
        Screens.settle();
        return watch;
    }

    private void tick(SessionWatch watch) {
        screens.fire(watch, "ops-live-tick", "");
    }

    private boolean isWarned() {
        return screens.text().contains("Nothing has been done here")
                && screens.find(Dialog.class).isOpened();
    }

    private void after(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private SecurityContext signIn(String userAgent) throws Exception {
        MockHttpSession session = (MockHttpSession) Objects.requireNonNull(mvc.perform(post("/login")
                        .with(csrf())
                        .header("User-Agent", userAgent)
                        .param("username", "viewer")
                        .param("password", "viewer123"))
                .andReturn()
                .getRequest()
                .getSession(false));
        return (SecurityContext) Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
    }
}
