package io.opsflow.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.kernel.MovableClock;
import io.opsflow.testing.OpsFlowTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@OpsFlowTest
class IdempotencyTest {

    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    IdempotentCalls calls;

    @Autowired
    MovableClock clock;

    private final String title = "Once " + UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        clock.reset();
        jdbc.update("delete from idempotent_call");
    }

    @Test
    void the_same_call_happens_once_and_is_answered_twice() throws Exception {
        MockHttpServletResponse first = open("k1", ticket())
                .andExpect(status().isCreated())
                .andExpect(header().doesNotExist("Idempotency-Replayed"))
                .andReturn()
                .getResponse();
        MockHttpServletResponse second = open("k1", ticket())
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andReturn()
                .getResponse();
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(second.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        assertThat(second.getContentType()).isEqualTo(first.getContentType());
        assertThat(tickets()).isEqualTo(1);
        open("k2", ticket()).andExpect(status().isCreated());
        assertThat(tickets()).isEqualTo(2);
    }

    @Test
    void another_call_under_the_same_key_is_refused() throws Exception {
        open("k1", ticket()).andExpect(status().isCreated());
        open("k1", ticket().replace("problem", "demand"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("idempotency-key-reused"));
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void keys_are_everybody_s_own() throws Exception {
        open("k1", ticket()).andExpect(status().isCreated());
        mvc.perform(post(TICKETS)
                        .with(httpBasic("viewer", "viewer123"))
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ticket()))
                .andExpect(status().isForbidden());
        mvc.perform(post(TICKETS)
                        .header("Idempotency-Key", "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ticket()))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void what_failed_may_be_tried_again() throws Exception {
        open("k1", "{\"title\":\"\"}").andExpect(status().isBadRequest());
        assertThat(jdbc.queryForObject("select count(*) from idempotent_call", Integer.class))
                .isZero();
        open("k1", ticket()).andExpect(status().isCreated());
    }

    @Test
    void many_at_once_are_one() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(pool.submit(() -> {
                start.await();
                return open("k1", ticket()).andReturn().getResponse().getStatus();
            }));
        }
        start.countDown();
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        pool.shutdown();
        assertThat(statuses).isSubsetOf(201, 409).contains(201);
        assertThat(tickets()).isEqualTo(1);
    }

    @Test
    void who_is_at_it_is_not_disturbed_and_who_died_is_replaced() throws Exception {
        open("k1", ticket()).andExpect(status().isCreated());
        // As a node leaves it that dies between beginning and committing.
        jdbc.update("update idempotent_call set status = null, body = null");
        open("k1", ticket())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("idempotency-key-in-use"));
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(3)));
        open("k1", ticket()).andExpect(status().isCreated());
    }

    @Test
    void a_key_is_forgotten_after_a_day() throws Exception {
        open("k1", ticket()).andExpect(status().isCreated());
        clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        open("k1", ticket()).andExpect(status().isCreated()).andExpect(header().doesNotExist("Idempotency-Replayed"));
        clock.moveTo(clock.instant().plus(Duration.ofHours(25)));
        calls.forget();
        assertThat(jdbc.queryForObject("select count(*) from idempotent_call", Integer.class))
                .isZero();
    }

    @Test
    void secrets_are_not_kept() throws Exception {
        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/api/v1/tokens")
                            .with(httpBasic("viewer", "viewer123"))
                            .header("Idempotency-Key", "k1")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"x\",\"scopes\":[]}"))
                    .andExpect(status().isCreated())
                    .andExpect(header().doesNotExist("Idempotency-Replayed"));
            mvc.perform(post("/api/v1/auth/login")
                            .header("Idempotency-Key", "k1")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"username\":\"viewer\",\"password\":\"viewer123\"}"))
                    .andExpect(status().isOk());
        }
        assertThat(jdbc.queryForObject("select count(*) from idempotent_call", Integer.class))
                .isZero();
        jdbc.update("delete from api_token");
    }

    @Test
    void what_is_no_key_is_refused() throws Exception {
        for (String key : List.of("", "a b", "钥匙", "x".repeat(256))) {
            open(key, ticket())
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        }
        assertThat(tickets()).isZero();
    }

    private int tickets() {
        return jdbc.queryForObject("select count(*) from ticket where title = ?", Integer.class, title);
    }

    private String ticket() {
        return "{\"title\":\"" + title + "\",\"description\":\"d\",\"task_type\":\"problem\",\"priority\":\"low\"}";
    }

    private ResultActions open(String key, String body) throws Exception {
        return mvc.perform(post(TICKETS)
                .with(httpBasic("requester", "requester123"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
