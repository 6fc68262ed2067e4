package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.opsflow.accounts.Delegations;
import io.opsflow.accounts.SetDelegation;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.testing.SqlCount;
import io.opsflow.workflow.Transition;
import io.opsflow.workflow.TransitionQuery;
import io.opsflow.workflow.Transitions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@OpsFlowTest
class TransitionsTest {

    @Autowired
    Transitions transitions;

    @Autowired
    Tickets tickets;

    @Autowired
    Delegations delegations;

    @Autowired
    As as;

    @Autowired
    Clock clock;

    @Autowired
    SqlCount sql;

    @Autowired
    MockMvc web;

    private TicketMaker make;

    @BeforeEach
    void maker() {
        make = new TicketMaker(tickets, as);
    }

    @Test
    void each_sees_the_transitions_of_what_they_see() {
        TicketKey key = make.assigned();
        TicketKey pending = make.pending();
        for (String username : List.of("viewer", "requester", "manager", "engineer")) {
            assertThat(actions(username, key)).as(username).containsExactly("assign", "review", "open");
        }
        assertThat(as.user("engineer", () -> all(null)))
                .noneSatisfy(each -> assertThat(each.objectKey()).isEqualTo(pending.toString()));
        as.user("engineer", () -> assertThatThrownBy(() -> all(pending.toString()))
                .isInstanceOf(NotFound.class));
        as.user("viewer", () -> assertThatThrownBy(() -> all("X-1")).isInstanceOf(NotFound.class));
        assertThat(as.user("owner", () -> all(null))).isEmpty();
        assertThat(as.user("requester", () -> all(null)))
                .anySatisfy(each -> assertThat(each.objectKey()).isEqualTo(pending.toString()));
    }

    @Test
    void what_somebody_did_for_a_colleague_stays_in_sight_and_says_for_whom() {
        TicketKey key = make.pending();
        as.user("supervisor", () -> {
            long id = delegations
                    .set(new SetDelegation(
                            null, "engineer", null, clock.instant().plus(Duration.ofDays(1)), null))
                    .id();
            as.user("engineer", () -> tickets.review(key, new ReviewTicket(true, "agreed")));
            delegations.end(id);
        });
        assertThat(as.user("engineer", () -> all(null))).anySatisfy(each -> {
            assertThat(each.objectKey()).isEqualTo(key.toString());
            assertThat(each.action()).isEqualTo("review");
            assertThat(each.from()).isEqualTo("pending_review");
            assertThat(each.to()).isEqualTo("reviewed");
            assertThat(each.actor()).isEqualTo("engineer");
            assertThat(each.onBehalfOf()).isEqualTo("supervisor");
            assertThat(each.onBehalfOfName()).isNotBlank().isNotEqualTo("supervisor");
            assertThat(each.comment()).isEqualTo("agreed");
        });
    }

    @Test
    void filters_narrow_by_actor_and_time() {
        Instant before = clock.instant();
        TicketKey key = make.assigned();
        Instant after = clock.instant().plusMillis(1);
        as.user("viewer", () -> {
            assertThat(page(new TransitionQuery(key.toString(), "manager", null, null)))
                    .extracting(Transition::action)
                    .containsExactly("assign");
            assertThat(page(new TransitionQuery(key.toString(), null, before, after)))
                    .hasSize(3);
            assertThat(page(new TransitionQuery(key.toString(), null, after, null)))
                    .isEmpty();
            assertThat(page(new TransitionQuery(key.toString(), null, null, before)))
                    .isEmpty();
            assertThatThrownBy(() -> new TransitionQuery(null, null, Instant.MAX, null))
                    .isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void pages_follow_each_other_without_gaps_and_cost_the_same() {
        for (int i = 0; i < 4; i++) {
            make.assigned();
        }
        for (String username : List.of("viewer", "manager")) {
            as.user(username, () -> {
                List<Transition> byNumber = new ArrayList<>();
                for (int number = 0; number < 3; number++) {
                    byNumber.addAll(
                            page(null, new Paging(number, 4, null, null)).items());
                }
                List<Transition> byPlace = new ArrayList<>();
                PageOf<Transition> page = page(null, Paging.first(4));
                byPlace.addAll(page.items());
                for (int i = 0; i < 2; i++) {
                    page = page(null, new Paging(0, 4, null, page.next()));
                    byPlace.addAll(page.items());
                }
                assertThat(byPlace).hasSize(12).doesNotHaveDuplicates().isEqualTo(byNumber);
                assertThatThrownBy(() -> page(null, new Paging(0, 4, null, "x")))
                        .isInstanceOf(InvalidInput.class);
                assertThat(sql.during(() -> page(null, Paging.first(4)))).hasSizeLessThanOrEqualTo(5);
            });
        }
    }

    @Test
    void over_http_the_log_is_read() throws Exception {
        TicketKey key = make.assigned();
        web.perform(get("/api/v1/workflow/logs?size=2&object=" + key).with(httpBasic("requester", "requester123")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items", hasSize(2)))
                .andExpect(jsonPath("$.items[0].object_key").value(key.toString()))
                .andExpect(jsonPath("$.items[0].to").value("assigned"))
                .andExpect(jsonPath("$.total").value(3));
        web.perform(get("/api/v1/workflow/logs?from=yesterday").with(httpBasic("requester", "requester123")))
                .andExpect(status().isBadRequest());
    }

    private List<String> actions(String username, TicketKey key) {
        return as.user(username, () -> all(key.toString())).stream()
                .map(Transition::action)
                .toList();
    }

    private List<Transition> all(@Nullable String object) {
        return page(new TransitionQuery(object, null, null, null));
    }

    private List<Transition> page(TransitionQuery query) {
        return transitions.page(query, Paging.first(200)).items();
    }

    private PageOf<Transition> page(@Nullable String object, Paging paging) {
        return transitions.page(new TransitionQuery(object, null, null, null), paging);
    }
}
