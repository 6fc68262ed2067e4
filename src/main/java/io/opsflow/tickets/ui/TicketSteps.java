package io.opsflow.tickets.ui;

import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Formats;
import io.opsflow.design.Steps;
import io.opsflow.design.Steps.State;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.workflow.ActivityTrace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The way of a ticket: the steps it took with who and how long, the one it stands at, and those that usually follow. */
final class TicketSteps {

    private static final String FOR_PEOPLE = "userTask";

    /** What leads from a state to the next one, as long as the process goes its usual way. */
    private static final Map<TicketStatus, String> USUAL = new EnumMap<>(Map.of(
            TicketStatus.PENDING_REVIEW, "review",
            TicketStatus.REVIEWED, "assign",
            TicketStatus.ASSIGNED, "start",
            TicketStatus.IN_PROGRESS, "handle",
            TicketStatus.COMPLETED, "confirm",
            TicketStatus.CONFIRMED, "close"));

    private TicketSteps() {}

    static Steps of(TicketSight sight) {
        TicketDetails ticket = sight.ticket();
        Steps steps = new Steps();
        steps.step(State.DONE, named(text("open"), ticket.creatorName()), moment(ticket.createdAt()));
        Stream.ofNullable(sight.process())
                .flatMap(process -> process.activities().stream())
                .filter(visit -> FOR_PEOPLE.equals(visit.type()))
                .forEach(visit -> steps.step(
                        visit.active() ? State.NOW : State.DONE,
                        named(visit.name(), visit.assigneeName()),
                        took(visit)));
        if (ticket.closedAt() != null) {
            String end = ticket.outcome() == null ? text("close") : TicketWords.of(ticket.outcome());
            return steps.step(State.DONE, end, moment(ticket.closedAt()));
        }
        USUAL.entrySet().stream()
                .filter(step -> isAhead(step.getKey(), ticket.status()))
                .forEach(step ->
                        steps.step(State.LATER, named(text(step.getValue()), later(ticket, step.getKey())), ""));
        return steps;
    }

    /** A confirmed ticket waits for nobody, so the step that closes it is still ahead. */
    private static boolean isAhead(TicketStatus step, TicketStatus now) {
        return step.compareTo(now) > 0 || step == TicketStatus.CONFIRMED;
    }

    private static @Nullable String later(TicketDetails ticket, TicketStatus status) {
        return switch (status) {
            case ASSIGNED, IN_PROGRESS -> ticket.assigneeName();
            case COMPLETED -> ticket.creatorName();
            default -> null;
        };
    }

    private static String took(ActivityTrace visit) {
        Instant end = visit.endedAt() == null ? Formats.now() : visit.endedAt();
        return Formats.duration(Duration.between(visit.startedAt(), end));
    }

    /** The time for today, the day for everything else. */
    private static String moment(Instant instant) {
        boolean today =
                LocalDate.ofInstant(instant, Formats.zone()).equals(LocalDate.ofInstant(Formats.now(), Formats.zone()));
        return today ? Formats.time(instant) : Formats.date(instant);
    }

    private static String named(String step, @Nullable String person) {
        return person == null ? step : step + " · " + person;
    }

    private static String text(String stage) {
        return I18NProvider.translate("tickets.stage." + stage);
    }
}
