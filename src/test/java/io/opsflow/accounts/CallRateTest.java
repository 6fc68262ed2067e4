package io.opsflow.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.kernel.TooManyCalls;
import io.opsflow.platform.StartRefused;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CallRateTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void so_many_come_at_once_and_then_one_after_the_other() {
        CallRate rate = new CallRate(60, now::get);
        for (int i = 0; i < 60; i++) {
            assertThat(rate.take("li.lei")).isZero();
        }
        assertThat(rate.take("li.lei")).isEqualTo(Duration.ofSeconds(1));
        assertThat(rate.take("han.meimei")).as("somebody else").isZero();
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(rate.take("li.lei")).isEqualTo(Duration.ofMillis(500));
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(rate.take("li.lei")).isZero();
        assertThat(rate.take("li.lei")).isPositive();
        now.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 60; i++) {
            assertThat(rate.take("li.lei")).isZero();
        }
        assertThat(rate.take("li.lei"))
                .as("waiting saves up no more than a minute")
                .isPositive();
    }

    @Test
    void zero_is_any_number() {
        CallRate rate = new CallRate(0, now::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(rate.take("li.lei")).isZero();
        }
    }

    @Test
    void many_names_do_not_fill_the_memory_and_the_last_used_is_remembered() {
        CallRate rate = new CallRate(1, now::get);
        for (int i = 0; i < 50_000; i++) {
            assertThat(rate.take("name" + i)).isZero();
        }
        assertThat(rate.take("name49999")).isPositive();
        assertThat(rate.take("name0")).isZero();
    }

    @Test
    void only_calls_of_the_api_are_counted() throws ServletException, IOException {
        List<Exception> refused = new ArrayList<>();
        CallLimit limit = new CallLimit(
                new CallRate(1, now::get),
                call -> Optional.of("one"),
                (request, response, error) -> refused.add(error));
        for (int i = 0; i < 5; i++) {
            call(limit, "/actuator/health");
        }
        assertThat(call(limit, "/api/v1/tickets")).isTrue();
        assertThat(refused).isEmpty();
        assertThat(call(limit, "/api/v1/tickets")).isFalse();
        assertThat(refused).singleElement().isInstanceOfSatisfying(TooManyCalls.class, error -> assertThat(
                        error.seconds())
                .isEqualTo(60));
        assertThat(call(limit, "/actuator/health")).isTrue();
    }

    private static boolean call(CallLimit limit, String path) throws ServletException, IOException {
        MockFilterChain chain = new MockFilterChain();
        limit.doFilter(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(), chain);
        return chain.getRequest() != null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.com",
                "portal.example.com",
                "https://portal.example.com/",
                "https://portal.example.com/app",
                "https://user@portal.example.com",
                "https://portal.example.com?x",
                "ftp://portal.example.com",
                "javascript:alert(1)",
                "https://a b"
            })
    void what_is_no_origin_is_refused_at_the_start(String origin) {
        assertThatThrownBy(() -> new CorsProperties(List.of("https://fine.example.com", origin)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("tokens.bad-cors-origin");
    }

    @Test
    void cookies_never_cross_sites() {
        CorsProperties cors = new CorsProperties(List.of(" https://portal.example.com:8443 ", ""));
        assertThat(cors.origins()).containsExactly("https://portal.example.com:8443");
        assertThat(cors.configuration().getAllowCredentials()).isFalse();
        assertThat(cors.configuration().checkOrigin("https://portal.example.com:8443"))
                .isNotNull();
        assertThat(cors.configuration().getAllowedMethods())
                .containsExactlyInAnyOrder("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(cors.configuration().checkOrigin("https://evil.example.com")).isNull();
    }
}
