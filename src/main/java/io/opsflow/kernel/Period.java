package io.opsflow.kernel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when until when, as the API takes it: a date ({@code 2026-11-20}) is a whole day in the installation's zone, a
 * time ({@code 2026-11-20T08:00:00Z}) is that instant.
 *
 * @param from included
 * @param to   excluded
 */
public record Period(@Nullable Instant from, @Nullable Instant to) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    /**
     * The period that two parameters give.
     *
     * @param prefix what stands before {@code from} and {@code to} in their names, such as {@code created_}
     * @throws InvalidInput one of them is no time
     */
    public static Period of(String prefix, @Nullable String from, @Nullable String to, ZoneId zone) {
        return new Period(
                from == null ? null : instant(prefix + "from", from, zone, 0),
                to == null ? null : instant(prefix + "to", to, zone, 1));
    }

    private static Instant instant(String field, String text, ZoneId zone, int days) {
        try {
            if (text.length() == "2026-11-20".length()) {
                LocalDate day = LocalDate.parse(text);
                return checked(
                        field,
                        day.getYear(),
                        day.plusDays(days).atStartOfDay(zone).toInstant());
            }
            OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+')); // a plus that was not encoded
            return checked(field, time.getYear(), time.toInstant());
        } catch (DateTimeException e) {
            throw unreadable(field);
        }
    }

    /** Years that no ticket has are a slip, and the far ones are more than a database's column can hold. */
    private static Instant checked(String field, int year, Instant instant) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw unreadable(field);
        }
        return instant;
    }

    private static InvalidInput unreadable(String field) {
        return new InvalidInput(field, "time-unreadable");
    }
}
