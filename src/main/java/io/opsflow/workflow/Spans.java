package io.opsflow.workflow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans, repetitions and moments as diagrams write them: the part of ISO 8601 that the engine understands without
 * guessing, within sensible bounds.
 */
final class Spans {

    private static final Pattern SPAN = Pattern.compile("P(?=.)(?:(\\d{1,4})Y)?(?:(\\d{1,4})M)?(?:(\\d{1,5})D)?"
            + "(?:T(?=.)(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?");
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,3})W");
    private static final Pattern REPETITION = Pattern.compile("R(\\d{1,4})/(.+)");
    private static final Pattern DAYS = Pattern.compile("(?:P(\\d{1,5})D|(\\d{1,5}))");

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final Duration SHORTEST_REPEATED = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
    private static final int MOST_REPETITIONS = 1_000;
    private static final int MOST_TRIES = 100;
    private static final int MOST_PAUSES = 10;
    private static final int MOST_DAYS = 36_500;

    private Spans() {}

    /** Whether a text is a span between a second and ten years, such as {@code PT4H}. */
    static boolean isSpan(String text) {
        return span(text).isPresent();
    }

    /** Whether a text is a moment with a zone, such as {@code 2026-12-01T09:00:00+08:00}. */
    static boolean isMoment(String text) {
        try {
            int year = OffsetDateTime.parse(text).getYear();
            return year >= 1970 && year <= 9998;
        } catch (DateTimeException noMoment) {
            return false;
        }
    }

    /** Whether a text repeats something a limited number of times, such as {@code R3/PT1H}. */
    static boolean isRepetition(String text) {
        Matcher repetition = REPETITION.matcher(text);
        if (!repetition.matches()) {
            return false;
        }
        int times = Integer.parseInt(repetition.group(1));
        String[] parts = repetition.group(2).split("/", -1);
        boolean spaced;
        if (parts.length == 1) {
            spaced = isSpaced(parts[0]);
        } else {
            spaced = parts.length == 2
                    && (isMoment(parts[0]) && isSpaced(parts[1]) || isSpaced(parts[0]) && isMoment(parts[1]));
        }
        return times >= 1 && times <= MOST_REPETITIONS && spaced;
    }

    /** Whether a text says how often a failed job is tried again: {@code R5/PT1M}, or a list of pauses. */
    static boolean isRetry(String text) {
        Matcher repetition = REPETITION.matcher(text);
        if (repetition.matches()) {
            int times = Integer.parseInt(repetition.group(1));
            return times >= 1 && times <= MOST_TRIES && isPause(repetition.group(2));
        }
        String[] pauses = text.split(",", -1);
        for (String pause : pauses) {
            if (!isPause(pause.strip())) {
                return false;
            }
        }
        return pauses.length <= MOST_PAUSES;
    }

    /** Whether a text is a number of days, such as {@code P365D} or {@code 365}. */
    static boolean isDays(String text) {
        Matcher days = DAYS.matcher(text);
        if (!days.matches()) {
            return false;
        }
        int count = Integer.parseInt(days.group(1) == null ? days.group(2) : days.group(1));
        return count >= 1 && count <= MOST_DAYS;
    }

    private static boolean isSpaced(String text) {
        return span(text).filter(span -> span.compareTo(SHORTEST_REPEATED) >= 0).isPresent();
    }

    private static boolean isPause(String text) {
        return span(text).filter(span -> span.compareTo(LONGEST_PAUSE) <= 0).isPresent();
    }

    private static Optional<Duration> span(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return bounded(Duration.ofDays(7 * part(weeks, 1)));
        }
        Matcher span = SPAN.matcher(text);
        return span.matches() ? bounded(length(span)) : Optional.empty();
    }

    private static Optional<Duration> bounded(Duration length) {
        return length.isZero() || length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(length);
    }

    private static Duration length(Matcher span) {
        return Duration.ofDays(365 * part(span, 1) + 30 * part(span, 2) + part(span, 3))
                .plusHours(part(span, 4))
                .plusMinutes(part(span, 5))
                .plusSeconds(part(span, 6));
    }

    private static long part(Matcher span, int group) {
        return span.group(group) == null ? 0 : Long.parseLong(span.group(group));
    }
}
