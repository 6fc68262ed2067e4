package io.opsflow.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.accounts.Notices;
import io.opsflow.kernel.MovableClock;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OpsFlowTest
class NotificationsTest {

    private static final String HERE = "shell.home.greeting";
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    Notices notices;

    @Autowired
    MyNotifications mine;

    @Autowired
    OldNotifications old;

    @Autowired
    As as;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    SqlCount sql;

    @Autowired
    MockMvc web;

    @BeforeEach
    @AfterEach
    void none() {
        clock.reset();
        jdbc.update("delete from notification");
    }

    @Test
    void one_is_told_in_ones_own_language_and_zone() {
        tell("engineer", HERE, Instant.parse("2026-11-21T01:02:03Z"));
        assertThat(as.user("engineer", () -> page(false)).items())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.text()).contains("2026-11-21 09:02").doesNotContain("{0}");
                    assertThat(told.unread()).isTrue();
                    assertThat(told.link()).isEqualTo("o/T-1");
                });
        String english = as.user("engineer", () -> mine.page(false, Paging.first(5), Locale.ENGLISH)
                .items()
                .get(0)
                .text());
        assertThat(english)
                .isNotEqualTo(
                        as.user("engineer", () -> page(false)).items().get(0).text());
    }

    @Test
    void a_key_fills_a_place_with_its_text() {
        tell("engineer", HERE, "@shell.home");
        assertThat(as.user("engineer", () -> page(false)).items().get(0).text())
                .doesNotContain("@")
                .contains("首页");
    }

    @Test
    void somebody_may_be_called_like_a_key_that_is_none() {
        tell("engineer", HERE, "@shell");
        assertThat(as.user("engineer", () -> page(false)).items().get(0).text()).contains("@shell");
    }

    @Test
    void nobody_is_told_what_they_did_themselves_and_strangers_are_told_nothing() {
        as.user("engineer", () -> tell("engineer", HERE, "x"));
        tell("nobody-at-all", HERE, "x");
        assertThat(jdbc.queryForObject("select count(*) from notification", Integer.class))
                .isZero();
    }

    @Test
    void without_a_cause_there_is_no_message() {
        assertThatThrownBy(() -> notices.tell("engineer", HERE, List.of(), null))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(status -> {
            notices.tell("engineer", HERE, List.of("x"), null);
            status.setRollbackOnly();
        });
        assertThat(as.user("engineer", () -> page(false)).items()).isEmpty();
    }

    @Test
    void unread_ones_are_counted_listed_and_marked_read() {
        for (int i = 0; i < 3; i++) {
            tell("engineer", HERE, "x" + i);
        }
        tell("manager", HERE, "other");
        as.user("engineer", () -> {
            assertThat(mine.unread()).isEqualTo(3);
            long first = page(true).items().get(0).id();
            mine.markRead(first);
            mine.markRead(first);
            assertThat(mine.unread()).isEqualTo(2);
            assertThat(page(true).items()).hasSize(2).noneSatisfy(told -> assertThat(told.id())
                    .isEqualTo(first));
            assertThat(page(false).items()).hasSize(3);
            mine.markAllRead();
            assertThat(mine.unread()).isZero();
        });
        long others = as.user("manager", () -> page(false)).items().get(0).id();
        as.user("engineer", () -> assertThatThrownBy(() -> mine.markRead(others))
                .isInstanceOf(NotFound.class));
        assertThat(as.user("manager", () -> mine.unread())).isEqualTo(1);
    }

    @Test
    void pages_follow_each_other_without_gaps_at_the_same_cost() {
        for (int i = 0; i < 25; i++) {
            clock.moveTo(clock.instant().plus(Duration.ofSeconds(1)));
            tell("engineer", HERE, "x" + i);
        }
        as.user("engineer", () -> {
            List<Long> ids = new ArrayList<>();
            PageOf<NotificationDetails> page = mine.page(false, Paging.first(10), CHINESE);
            assertThat(page.total()).isEqualTo(25);
            page.items().forEach(told -> ids.add(told.id()));
            while (page.next() != null) {
                page = mine.page(false, new Paging(0, 10, null, page.next()), CHINESE);
                page.items().forEach(told -> ids.add(told.id()));
            }
            assertThat(ids).hasSize(25).doesNotHaveDuplicates();
            assertThat(mine.page(false, new Paging(2, 10, null, null), CHINESE).items())
                    .extracting(NotificationDetails::id)
                    .isEqualTo(ids.subList(20, 25));
            assertThat(sql.during(() -> mine.page(true, Paging.first(10), CHINESE)))
                    .hasSizeLessThanOrEqualTo(2);
        });
    }

    @Test
    void what_is_older_than_three_months_is_forgotten() {
        tell("engineer", HERE, "old");
        clock.moveTo(clock.instant().plus(OldNotifications.KEPT.plusDays(1)));
        tell("engineer", HERE, "new");
        old.forget();
        assertThat(as.user("engineer", () -> page(false)).items())
                .singleElement()
                .satisfies(told -> assertThat(told.text()).contains("new"));
    }

    @Test
    void over_http_one_reads_and_marks_ones_own() throws Exception {
        tell("engineer", HERE, "x");
        tell("engineer", HERE, "y");
        web.perform(get("/api/v1/notifications?unread=true&size=1").with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].unread").value(true))
                .andExpect(jsonPath("$.items[0].link").value("o/T-1"))
                .andExpect(jsonPath("$.total").value(2));
        long id = as.user("engineer", () -> page(true)).items().get(0).id();
        web.perform(post("/api/v1/notifications/" + id + "/mark-read").with(httpBasic("manager", "manager123")))
                .andExpect(status().isNotFound());
        web.perform(post("/api/v1/notifications/" + id + "/mark-read").with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isNoContent());
        assertThat(as.user("engineer", () -> mine.unread())).isEqualTo(1);
        web.perform(post("/api/v1/notifications/mark-read").with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isNoContent());
        assertThat(as.user("engineer", () -> mine.unread())).isZero();
        web.perform(get("/api/v1/notifications?after=x").with(httpBasic("engineer", "engineer123")))
                .andExpect(status().isBadRequest());
    }

    private PageOf<NotificationDetails> page(boolean unreadOnly) {
        return mine.page(unreadOnly, Paging.first(50), CHINESE);
    }

    private void tell(String username, String key, Object arg) {
        transaction.executeWithoutResult(status -> notices.tell(username, key, List.of(arg), "o/T-1"));
    }
}
