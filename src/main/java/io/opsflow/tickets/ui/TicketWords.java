package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Chip;
import io.opsflow.design.PriorityMark;
import io.opsflow.design.Tone;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.TaskType;
import io.opsflow.tickets.TicketOutcome;
import io.opsflow.tickets.TicketStatus;
import org.jspecify.annotations.Nullable;

/** What a ticket's properties are called, and how they look. */
final class TicketWords {

    private TicketWords() {}

    static String of(TicketStatus status) {
        return I18NProvider.translate("tickets.status." + status.code());
    }

    static String of(Priority priority) {
        return I18NProvider.translate("tickets.priority." + priority.code());
    }

    static String of(TaskType type) {
        return I18NProvider.translate("tickets.task_type." + type.code());
    }

    static String of(TicketOutcome outcome) {
        return I18NProvider.translate("tickets.outcome." + outcome.code());
    }

    /** Where the ticket stands; a closed one also says how it ended, unless it ended well. */
    static Component chip(TicketStatus status, @Nullable TicketOutcome outcome) {
        String text =
                outcome == null || outcome == TicketOutcome.RESOLVED ? of(status) : of(status) + " · " + of(outcome);
        return Chip.of(text, tone(status));
    }

    /** How a closed ticket ended. */
    static Component chip(@Nullable TicketOutcome outcome) {
        if (outcome == null) {
            return new Span();
        }
        return Chip.of(
                of(outcome),
                switch (outcome) {
                    case RESOLVED -> Tone.GOOD;
                    case REFUSED -> Tone.BAD;
                    case WITHDRAWN -> Tone.CALM;
                });
    }

    static Component chip(TaskType type) {
        return Chip.of(of(type));
    }

    static Component chip(Priority priority) {
        return PriorityMark.chip(level(priority), of(priority));
    }

    static Component mark(Priority priority) {
        return PriorityMark.of(level(priority), of(priority));
    }

    static Component markWithWord(Priority priority) {
        return PriorityMark.withWord(level(priority), of(priority));
    }

    /** A person, or that there is none yet. */
    static Component person(@Nullable String name) {
        Span person = new Span(name == null ? "—" : name);
        person.addClassName(name == null ? "ops-dim" : "ops-cell");
        return person;
    }

    static Tone tone(TicketStatus status) {
        return switch (status) {
            case PENDING_REVIEW, REVIEWED, ASSIGNED, COMPLETED -> Tone.WAIT;
            case IN_PROGRESS -> Tone.WORK;
            case CONFIRMED -> Tone.GOOD;
            case CLOSED -> Tone.CALM;
        };
    }

    private static PriorityMark.Level level(Priority priority) {
        return PriorityMark.Level.valueOf(priority.name());
    }
}
