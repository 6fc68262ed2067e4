package io.opsflow.tickets.rest;

import io.opsflow.kernel.InvalidInput;
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
record Period(@Nullable Instant from, @Nullable Instant to) {

    static Period of(String name, @Nullable String from, @Nullable String to, ZoneId zone) {
        return new Period(
                from == null ? null : instant(name + "_from", from, zone, 0),
                to == null ? null : instant(name + "_to", to, zone, 1));
    }

    private static Instant instant(String field, String text, ZoneId zone, int days) {
        try {
            return text.length() == "2026-11-20".length()
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant(); // a plus that was not encoded
        } catch (DateTimeException e) {
            throw new InvalidInput(field, "time-unreadable");
        }
    }
}
