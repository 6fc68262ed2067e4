package io.opsflow.tickets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.accounts.Impersonation;
import io.opsflow.platform.OpsFlowSettings;
import io.opsflow.platform.Preparation;
import io.opsflow.workflow.EngineClock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a new demo three weeks of past. The demo's people live {@code demo/tickets.json} through the front door, at
 * the times written there, so that tickets, log, process and inbox agree; all of it is there afterwards, or nothing.
 */
@Component
class DemoTickets extends Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTickets.class);

    private final Tickets tickets;
    private final TicketRepository table;
    private final Impersonation impersonation;
    private final EngineClock engineClock;
    private final Clock clock;
    private final OpsFlowSettings settings;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    DemoTickets(
            Tickets tickets,
            TicketRepository table,
            Impersonation impersonation,
            EngineClock engineClock,
            Clock clock,
            OpsFlowSettings settings,
            TransactionTemplate transaction,
            ObjectMapper json) {
        super(DATA);
        this.tickets = tickets;
        this.table = table;
        this.impersonation = impersonation;
        this.engineClock = engineClock;
        this.clock = clock;
        this.settings = settings;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    protected void run() {
        if (settings.demoData() && !table.exists((ticket, query, is) -> is.conjunction())) {
            live(stories());
        }
    }

    /** Everybody's steps in the order of time, as life has them, and not ticket by ticket. */
    void live(List<Story> stories) {
        Instant now = clock.instant();
        IdentityHashMap<Story, TicketKey> keys = new IdentityHashMap<>();
        List<Moment> moments = new ArrayList<>();
        for (Story story : stories) {
            moments.add(new Moment(time(story.at(), now), story.by(), () -> keys.put(story, story.open(tickets))));
            for (Story.Step step : story.steps()) {
                moments.add(new Moment(time(step.at(), now), step.by(), () -> {
                    step.take(tickets, keys.get(story));
                    if (step.closes() != null) {
                        engineClock.postponeJobs(String.valueOf(keys.get(story)), time(step.closes(), now));
                    }
                }));
            }
        }
        moments.sort(Comparator.comparing(Moment::at));
        Map<String, Authentication> people = new HashMap<>();
        transaction.executeWithoutResult(status -> moments.forEach(moment -> engineClock.at(moment.at(), () -> {
            Impersonation.during(people.computeIfAbsent(moment.by(), impersonation::of), moment.work());
            engineClock.runDueJobs();
        })));
        LOG.info("The demo has {} tickets in {} steps", stories.size(), moments.size());
    }

    List<Story> stories() {
        try (InputStream file = new ClassPathResource("demo/tickets.json").getInputStream()) {
            return List.of(json.readValue(file, Story[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code -3 09:12} is that time three days ago; {@code -90m} and {@code -5h} are so long ago. */
    private Instant time(String written, Instant now) {
        if (!written.contains(" ")) {
            return now.minus(Duration.parse("PT" + written.substring(1)));
        }
        String[] dayAndTime = written.split(" ", 2);
        return LocalDate.ofInstant(now, settings.timeZone())
                .plusDays(Integer.parseInt(dayAndTime[0]))
                .atTime(LocalTime.parse(dayAndTime[1]))
                .atZone(settings.timeZone())
                .toInstant();
    }

    private record Moment(Instant at, String by, Runnable work) {}
}
