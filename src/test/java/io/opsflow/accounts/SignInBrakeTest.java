package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opsflow.kernel.MovableClock;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

@OpsFlowTest
class SignInBrakeTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @Autowired
    SignInBrake brake;

    @Autowired
    SignInAttempts attempts;

    @Autowired
    LockNews news;

    @Autowired
    OpsFlowSettings settings;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    As as;

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger compared = new AtomicInteger();
    private SignInBrake mine;

    @BeforeEach
    void begin() {
        clear();
        clock.moveTo(START);
        mine = new SignInBrake(attempts, new SignInProperties(5, 50), news, settings, clock);
    }

    @AfterEach
    void clear() {
        jdbc.update("delete from sign_in_failure");
        jdbc.update("delete from sign_in_lock");
    }

    @Test
    void five_failures_lock_the_name_and_nothing_is_compared_any_more() {
        fail("viewer", 5);
        assertThat(waiting("viewer")).isBetween(9 * 60 + 58L, 600L);
        assertThat(compared).hasValue(5);
        assertThatThrownBy(() -> mine.attempt(attempt("viewer", "10.0.0.9"), () -> true))
                .isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void a_name_that_nobody_has_is_locked_like_any_other() {
        fail("nobody.at.all", 5);
        assertThat(waiting("nobody.at.all")).isBetween(9 * 60 + 58L, 600L);
        fail("不是名字", 5);
        assertThat(waiting("不是名字")).isBetween(9 * 60 + 58L, 600L);
    }

    @Test
    void however_the_name_is_spelled_it_is_the_same() {
        fail("Viewer", 3);
        fail(" ｖｉｅｗｅｒ ", 2);
        assertThat(waiting("viewer")).isPositive();
    }

    @Test
    void failures_that_lie_a_quarter_of_an_hour_apart_do_not_add_up() {
        fail("viewer", 1);
        after(Duration.ofMinutes(14));
        fail("viewer", 3);
        after(Duration.ofMinutes(2));
        fail("viewer", 1);
        right("viewer");
    }

    @Test
    void five_failures_within_any_quarter_of_an_hour_do() {
        fail("viewer", 1);
        after(Duration.ofMinutes(14));
        fail("viewer", 3);
        after(Duration.ofMinutes(2));
        fail("viewer", 2);
        assertThat(waiting("viewer")).isPositive();
    }

    @Test
    void every_further_lock_is_twice_as_long_up_to_an_hour() {
        List<Long> minutes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            fail("viewer", 5);
            long wait = waiting("viewer");
            minutes.add((wait + 59) / 60);
            after(Duration.ofSeconds(wait + 1));
        }
        assertThat(minutes).containsExactly(10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void what_led_to_a_lock_is_paid_for_with_it() {
        fail("viewer", 5);
        after(Duration.ofMinutes(10).plusSeconds(1));
        fail("viewer", 4);
        right("viewer");
    }

    @Test
    void a_day_after_a_lock_the_next_is_short_again() {
        fail("viewer", 5);
        after(Duration.ofMinutes(10).plusDays(1).plusSeconds(1));
        fail("viewer", 5);
        assertThat(waiting("viewer")).isBetween(9 * 60 + 58L, 600L);
    }

    @Test
    void a_right_password_makes_up_for_everything() {
        fail("viewer", 4);
        right("viewer");
        fail("viewer", 4);
        right("viewer");
        assertThat(rows("sign_in_failure")).isZero();
    }

    @Test
    void many_failures_from_one_address_make_it_wait_whatever_the_name() {
        for (int i = 0; i < 50; i++) {
            fail("guess" + i, "203.0.113.7", 1);
        }
        assertThatThrownBy(() -> mine.attempt(attempt("viewer", "203.0.113.7"), () -> true))
                .isInstanceOf(TooManyAttempts.class);
        assertThat(mine.attempt(attempt("viewer", "203.0.113.8"), () -> true)).isTrue();
        after(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(mine.attempt(attempt("viewer", "203.0.113.7"), () -> true)).isTrue();
    }

    @Test
    void addresses_of_the_long_kind_count_by_their_network() {
        for (int i = 0; i < 50; i++) {
            fail("guess" + i, "2001:db8:1:2:3::" + Integer.toHexString(i), 1);
        }
        assertThatThrownBy(() -> mine.attempt(attempt("viewer", "2001:db8:1:2:ffff::1"), () -> true))
                .isInstanceOf(TooManyAttempts.class);
        assertThat(mine.attempt(attempt("viewer", "2001:db8:1:3::1"), () -> true))
                .isTrue();
    }

    @Test
    void ten_thousand_guesses_at_one_name_leave_five_rows() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(isBraked("admin", "203.0.113." + i % 250)).isEqualTo(i >= 5);
        }
        assertThat(compared).hasValue(5);
        assertThat(rows("sign_in_failure")).isEqualTo(5);
        assertThat(rows("sign_in_lock")).isEqualTo(1);
    }

    @Test
    void ten_thousand_guesses_from_one_address_cost_fifty_computations_and_nobody_else_waits() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(isBraked("guess" + i, "203.0.113.7")).isEqualTo(i >= 50);
        }
        assertThat(compared).hasValue(50);
        assertThat(rows("sign_in_failure")).isEqualTo(50);
        assertThat(rows("sign_in_lock")).isZero();
        assertThat(mine.attempt(attempt("viewer", "198.51.100.4"), () -> true)).isTrue();
    }

    /** Each is written. */
    int guesses() {
        return 10_000;
    }

    @Test
    void thousands_of_guesses_from_as_many_addresses_at_as_many_names_lock_nobody_out() {
        for (int i = 0; i < guesses(); i++) {
            fail("guess" + i, "10.1." + i / 250 + "." + i % 250, 1);
        }
        assertThat(mine.attempt(attempt("viewer", "198.51.100.4"), () -> true)).isTrue();
        assertThat(rows("sign_in_failure")).isEqualTo(guesses());
        after(Duration.ofMinutes(16));
        mine.forget();
        assertThat(rows("sign_in_failure")).isZero();
    }

    @Test
    void of_many_who_guess_at_once_only_some_are_waited_for_and_the_others_are_told_at_once() throws Exception {
        CountDownLatch computing = new CountDownLatch(32);
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            for (int lane = 0, name = 0; lane < 32; name++) {
                if (mine.laneOf("guess" + name) == lane) {
                    lane++;
                    Authentication guess = attempt("guess" + name, "10.0.1." + lane);
                    threads.execute(() -> mine.attempt(guess, () -> waitFor(computing, go)));
                }
            }
            assertThat(computing.await(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> mine.attempt(attempt("viewer", "198.51.100.4"), () -> true))
                    .isInstanceOfSatisfying(TooManyAttempts.class, braked -> assertThat(braked.seconds())
                            .isLessThan(10));
            mine.check(attempt("viewer", "198.51.100.4"));
        } finally {
            go.countDown();
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(mine.attempt(attempt("viewer", "198.51.100.4"), () -> true)).isTrue();
    }

    private static boolean waitFor(CountDownLatch computing, CountDownLatch go) {
        computing.countDown();
        try {
            return !go.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void a_hundred_guesses_at_once_are_not_all_computed() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String address = "203.0.113." + i;
                all.add(CompletableFuture.supplyAsync(() -> isBraked("admin", address), threads));
            }
            assertThat(all.stream().filter(CompletableFuture::join)).hasSize(95);
        } finally {
            threads.shutdownNow();
        }
        assertThat(compared).hasValue(5);
    }

    @Test
    void the_tables_forget_what_no_longer_counts() {
        fail("viewer", 5);
        fail("admin", 1);
        after(Duration.ofMinutes(16));
        mine.forget();
        assertThat(rows("sign_in_failure")).isZero();
        assertThat(rows("sign_in_lock")).isEqualTo(1);
        after(Duration.ofDays(2));
        mine.forget();
        assertThat(rows("sign_in_lock")).isZero();
    }

    @Test
    void what_was_typed_for_a_name_is_not_kept() {
        fail("my secret password", 5);
        assertThat(jdbc.queryForList("select name_digest from sign_in_failure", String.class))
                .allSatisfy(digest -> assertThat(digest).matches("[0-9a-f]{32}"));
    }

    @Test
    void an_administrator_unlocks_and_nobody_else() {
        for (int i = 0; i < 5; i++) {
            brake.attempt(attempt("engineer2", "203.0.113.7"), this::wrong);
        }
        assertThatThrownBy(() -> as.user("operator", () -> accounts.unlock("engineer2")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> brake.attempt(attempt("engineer2", "10.0.0.1"), () -> true))
                .isInstanceOf(TooManyAttempts.class);
        as.user("admin", () -> accounts.unlock("Engineer2"));
        assertThat(brake.attempt(attempt("engineer2", "10.0.0.1"), () -> true)).isTrue();
        assertThatThrownBy(() -> as.user("admin", () -> accounts.unlock("nobody")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_lock_stands_in_the_log_of_changes_and_is_told_to_whose_name_it_is() {
        Instant before = Instant.now();
        fail("engineer3", 5);
        fail("no name but a secret", 5);
        assertThat(jdbc.queryForList(
                        "select coalesce(object_key, '-') from audit_entry where action = 'user.lock' and created_at"
                                + " >= ? order by created_at, id",
                        String.class,
                        LocalDateTime.ofInstant(before.minusSeconds(1), ZoneOffset.UTC)))
                .endsWith("engineer3", "-");
        assertThat(jdbc.queryForList(
                        "select arguments from notification where recipient = 'engineer3' and message_key ="
                                + " 'accounts.locked'",
                        String.class))
                .anyMatch(arguments -> arguments.contains("203.0.113.7"));
    }

    @Test
    void an_address_that_must_wait_stands_in_the_log_of_changes_once() {
        int before = braked("192.0.2.55");
        for (int i = 0; i < 60; i++) {
            isBraked("guess" + i, "192.0.2.55");
        }
        assertThat(braked("192.0.2.55") - before).isEqualTo(1);
    }

    @Test
    void administrators_see_how_often_and_until_when_and_unlocking_clears_both() {
        for (int i = 0; i < 3; i++) {
            brake.attempt(attempt("engineer2", "203.0.113.7"), this::wrong);
        }
        assertThat(seen().wrongPasswords()).isEqualTo(3);
        assertThat(seen().lockedUntil()).isNull();
        for (int i = 0; i < 2; i++) {
            brake.attempt(attempt("engineer2", "203.0.113.7"), this::wrong);
        }
        assertThat(seen().wrongPasswords()).isEqualTo(5);
        assertThat(seen().lockedUntil()).isNotNull();
        as.user("admin", () -> accounts.unlock("engineer2"));
        assertThat(seen().wrongPasswords()).isZero();
        assertThat(seen().lockedUntil()).isNull();
    }

    private AccountDetails seen() {
        return as.user("admin", () -> accounts.named("engineer2"));
    }

    private int braked(String address) {
        Integer count = jdbc.queryForObject(
                "select count(*) from audit_entry where action = 'address.brake' and object_key = ?",
                Integer.class,
                address);
        return count == null ? 0 : count;
    }

    private void fail(String name, int times) {
        fail(name, "203.0.113.7", times);
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(mine.attempt(attempt(name, address), this::wrong)).isFalse();
        }
    }

    /** Whether an attempt is refused without being compared. */
    private boolean isBraked(String name, String address) {
        try {
            mine.attempt(attempt(name, address), this::wrong);
            return false;
        } catch (TooManyAttempts braked) {
            return true;
        }
    }

    private boolean wrong() {
        compared.incrementAndGet();
        return false;
    }

    private void right(String name) {
        assertThat(mine.attempt(attempt(name, "203.0.113.7"), () -> true)).isTrue();
    }

    private long waiting(String name) {
        return catchThrowableOfType(
                        TooManyAttempts.class, () -> mine.attempt(attempt(name, "203.0.113.7"), this::wrong))
                .seconds();
    }

    private void after(Duration time) {
        clock.moveTo(clock.instant().plus(time));
    }

    private int rows(String table) {
        Integer count = jdbc.queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private static Authentication attempt(String name, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(name, "secret");
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }
}
