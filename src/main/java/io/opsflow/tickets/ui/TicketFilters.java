package io.opsflow.tickets.ui;

import io.opsflow.design.Filters;
import io.opsflow.design.Formats;
import io.opsflow.design.ListPage.Option;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.TaskType;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.TicketStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The filters of the ticket lists, between the page's address and the front door. */
final class TicketFilters {

    static final String TEXT = "q";
    static final String STATUS = "status";
    static final String PRIORITY = "priority";
    static final String TYPE = "task_type";
    static final String CREATOR = "creator";
    static final String ASSIGNEE = "assignee";
    static final String CREATED_FROM = "created_from";
    static final String CREATED_TO = "created_to";
    static final String CLOSED_FROM = "closed_from";
    static final String CLOSED_TO = "closed_to";

    private TicketFilters() {}

    /** Days are days in the reader's zone; the last one counts in full. */
    static TicketFilter of(Filters filters, boolean open) {
        String type = filters.get(TYPE);
        return new TicketFilter(
                set(filters.get(STATUS), TicketStatus::of),
                set(filters.get(PRIORITY), Priority::of),
                type == null ? null : TaskType.of(type),
                filters.get(CREATOR),
                filters.get(ASSIGNEE),
                filters.get(TEXT),
                open,
                day(filters.get(CREATED_FROM), 0),
                day(filters.get(CREATED_TO), 1),
                day(filters.get(CLOSED_FROM), 0),
                day(filters.get(CLOSED_TO), 1));
    }

    static List<Option> statuses() {
        return Arrays.stream(TicketStatus.values())
                .filter(status -> !status.isFinal())
                .map(status -> new Option(status.code(), TicketWords.of(status)))
                .toList();
    }

    static List<Option> priorities() {
        List<Priority> mostPressingFirst = Arrays.asList(Priority.values());
        Collections.reverse(mostPressingFirst);
        return mostPressingFirst.stream()
                .map(priority -> new Option(priority.code(), TicketWords.of(priority)))
                .toList();
    }

    static List<Option> types() {
        return Arrays.stream(TaskType.values())
                .map(type -> new Option(type.code(), TicketWords.of(type)))
                .toList();
    }

    private static <E> Set<E> set(@Nullable String code, Function<String, E> of) {
        return code == null ? Set.of() : Set.of(of.apply(code));
    }

    private static @Nullable Instant day(@Nullable String text, int plus) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text)
                    .plusDays(plus)
                    .atStartOfDay(Formats.zone())
                    .toInstant();
        } catch (DateTimeParseException notADay) {
            return null; // somebody wrote the address by hand
        }
    }
}
