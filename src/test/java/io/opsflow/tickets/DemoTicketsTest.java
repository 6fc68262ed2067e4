package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@OpsFlowTest
@Transactional // rolled back: other tests find no demo
class DemoTicketsTest {

    @Autowired
    DemoTickets demo;

    @Autowired
    Tickets tickets;

    @Autowired
    TaskService engine;

    @Autowired
    Clock clock;

    @Autowired
    As as;

    @Test
    void the_demo_has_a_past_in_which_tickets_log_and_engine_agree() {
        Instant before = clock.instant();
        Set<TicketKey> others =
                Set.copyOf(all().stream().map(TicketSummary::key).toList());

        demo.live(demo.stories());

        List<TicketSummary> lived =
                all().stream().filter(ticket -> !others.contains(ticket.key())).toList();
        assertThat(lived).hasSize(30);
        // A confirmed ticket is closed within seconds.
        assertThat(lived)
                .extracting(TicketSummary::status)
                .containsAll(EnumSet.complementOf(EnumSet.of(TicketStatus.CONFIRMED)));
        assertThat(lived).extracting(TicketSummary::outcome).contains(TicketOutcome.values());
        assertThat(lived).allSatisfy(ticket -> {
            List<TicketLogEntry> log = as.user("admin", () -> tickets.log(ticket.key()));
            assertThat(log).extracting(TicketLogEntry::at).isSorted();
            assertThat(log.get(0).at()).isBetween(before.minus(Duration.ofDays(23)), before);
            assertThat(log.get(log.size() - 1).to()).isEqualTo(ticket.status());
            assertThat(engine.createTaskQuery()
                            .processInstanceBusinessKey(ticket.key().toString())
                            .count())
                    .isEqualTo(ticket.status().isFinal() ? 0 : 1);
        });
        assertThat(clock.instant()).isCloseTo(before, within(Duration.ofMinutes(1)));
    }

    private List<TicketSummary> all() {
        return as.user("admin", () -> tickets.search(TicketFilter.everything(), Paging.first(200))
                .items());
    }
}
