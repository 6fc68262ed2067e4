package io.opsflow.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.opsflow.kernel.Paging;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import io.opsflow.workflow.EngineClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    EngineClock engineClock;

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
        assertThat(lived).extracting(TicketSummary::status).contains(TicketStatus.values());
        assertThat(lived).extracting(TicketSummary::outcome).contains(TicketOutcome.values());
        assertThat(lived).allSatisfy(ticket -> {
            List<TicketLogEntry> log = as.user("admin", () -> tickets.log(ticket.key()));
            assertThat(log).extracting(TicketLogEntry::at).isSorted();
            assertThat(log.get(0).at()).isBetween(before.minus(Duration.ofDays(23)), before);
            assertThat(log.get(log.size() - 1).to()).isEqualTo(ticket.status());
            assertThat(engine.createTaskQuery()
                            .processInstanceBusinessKey(ticket.key().toString())
                            .count())
                    .isEqualTo(ticket.status().compareTo(TicketStatus.CONFIRMED) < 0 ? 1 : 0);
        });
        assertThat(clock.instant()).isCloseTo(before, within(Duration.ofMinutes(1)));
    }

    @Test
    void every_state_stays_to_be_looked_at_and_a_postponed_end_comes_in_its_time() {
        demo.live(demo.stories());
        TicketKey confirmed = one(TicketStatus.CONFIRMED);

        engineClock.runDueJobs();
        assertThat(status(confirmed)).isEqualTo(TicketStatus.CONFIRMED);
        engineClock.at(clock.instant().plus(Duration.ofDays(60)), engineClock::runDueJobs);
        assertThat(status(confirmed)).isEqualTo(TicketStatus.CONFIRMED);
        engineClock.at(clock.instant().plus(Duration.ofDays(400)), engineClock::runDueJobs);
        assertThat(status(confirmed)).isEqualTo(TicketStatus.CLOSED);
    }

    private TicketKey one(TicketStatus status) {
        return all().stream()
                .filter(ticket -> ticket.status() == status)
                .findFirst()
                .orElseThrow()
                .key();
    }

    private TicketStatus status(TicketKey key) {
        return as.user("admin", () -> tickets.get(key)).status();
    }

    /** Other tests may have left more tickets than a page holds. */
    private List<TicketSummary> all() {
        List<TicketSummary> all = new ArrayList<>();
        as.user("admin", () -> {
            List<TicketSummary> page;
            do {
                page = tickets.search(TicketFilter.everything(), new Paging(all.size() / 200, 200, null, null))
                        .items();
                all.addAll(page);
            } while (page.size() == 200);
            return true;
        });
        return all;
    }
}
