package io.opsflow.tickets;

import io.opsflow.kernel.InvalidInput;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of tickets; the number decides between equals. The place where a page ended is written into a
 * cursor: the order, the last ticket's number and what it was sorted by.
 */
record TicketOrder<Y extends Comparable<? super Y>>(
        String field,
        String attribute,
        boolean ascending,
        Function<TicketSearch.Row, @Nullable Y> value,
        Function<Y, String> written,
        Function<String, Y> read) {

    private static final String FIELDS = "created_at, updated_at, closed_at, priority, status, title, key";

    private static final Instant TOO_LATE = Instant.parse("9999-01-01T00:00:00Z");

    /**
     * The order that the API calls {@code created_at,desc}.
     *
     * @throws InvalidInput there is no such order
     */
    static TicketOrder<?> of(String sort) {
        String[] parts = sort.split(",", 2);
        boolean up = parts.length == 1 || parts[1].equals("asc");
        if (!up && !parts[1].equals("desc")) {
            throw new InvalidInput("sort", "unknown-sort", FIELDS);
        }
        String field = parts[0];
        return switch (field) {
            case "created_at" -> time(field, "createdAt", up, TicketSearch.Row::createdAt);
            case "updated_at" -> time(field, "updatedAt", up, TicketSearch.Row::updatedAt);
            case "closed_at" -> time(field, "closedAt", up, TicketSearch.Row::closedAt);
            case "priority" ->
                new TicketOrder<>(field, field, up, TicketSearch.Row::priority, Priority::name, Priority::valueOf);
            case "status" ->
                new TicketOrder<>(
                        field, field, up, TicketSearch.Row::status, TicketStatus::name, TicketStatus::valueOf);
            case "title" ->
                new TicketOrder<>(field, field, up, TicketSearch.Row::title, Function.identity(), Function.identity());
            case "key" -> new TicketOrder<>(field, "id", up, TicketSearch.Row::id, String::valueOf, Long::valueOf);
            default -> throw new InvalidInput("sort", "unknown-sort", FIELDS);
        };
    }

    private static TicketOrder<Instant> time(
            String field, String attribute, boolean up, Function<TicketSearch.Row, @Nullable Instant> value) {
        return new TicketOrder<>(field, attribute, up, value, Instant::toString, TicketOrder::stored);
    }

    /** A time that a ticket can have: others are more than a database's column can hold. */
    private static Instant stored(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(TOO_LATE)) {
            throw unreadable();
        }
        return time;
    }

    List<Order> by(Root<Ticket> ticket, CriteriaBuilder is) {
        return ascending
                ? List.of(is.asc(ticket.get(attribute)), is.asc(ticket.get("id")))
                : List.of(is.desc(ticket.get(attribute)), is.desc(ticket.get("id")));
    }

    /** What to send for the page behind this row. */
    String cursor(TicketSearch.Row last) {
        Y lastValue = value.apply(last);
        String place =
                field + "," + ascending + "," + last.id() + "," + (lastValue == null ? "" : written.apply(lastValue));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What stands behind the place that a cursor names. Written as one range and a remainder, which both databases
     * answer from an index; nulls stand first, as both sort them.
     *
     * @throws InvalidInput it is no cursor, or one of another order
     */
    Predicate behind(String cursor, Root<Ticket> ticket, CriteriaBuilder is) {
        Place<Y> place = place(cursor);
        Expression<Y> column = ticket.get(attribute);
        Expression<Long> id = ticket.get("id");
        Predicate behindId = ascending ? is.gt(id, place.id()) : is.lt(id, place.id());
        Y last = place.value();
        if (last == null) {
            return ascending ? is.or(is.isNotNull(column), behindId) : is.and(is.isNull(column), behindId);
        }
        if (ascending) {
            return is.and(is.greaterThanOrEqualTo(column, last), is.or(is.greaterThan(column, last), behindId));
        }
        Predicate range = is.and(is.lessThanOrEqualTo(column, last), is.or(is.lessThan(column, last), behindId));
        return attribute.equals("closedAt") ? is.or(range, is.isNull(column)) : range;
    }

    /** Where a page ended: the last row's number and what it was sorted by. */
    private record Place<Y>(long id, @Nullable Y value) {}

    private Place<Y> place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(",", 4);
            if (parts.length == 4 && parts[0].equals(field) && parts[1].equals(String.valueOf(ascending))) {
                return new Place<>(Long.parseLong(parts[2]), parts[3].isEmpty() ? null : read.apply(parts[3]));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static InvalidInput unreadable() {
        return new InvalidInput("after", "cursor-unreadable");
    }
}
