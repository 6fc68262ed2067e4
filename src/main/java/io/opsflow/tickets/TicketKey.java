package io.opsflow.tickets;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.kernel.NotFound;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a ticket: {@code T-1042}.
 *
 * @param number what machines call it
 */
public record TicketKey(long number) implements Comparable<TicketKey> {

    static final String PREFIX = "T";

    private static final Pattern FORM = Pattern.compile("(" + PREFIX + "-)?([1-9]\\d{0,17})", Pattern.CASE_INSENSITIVE);

    /**
     * The key in {@code T-1042}, {@code t-1042} or {@code 1042}.
     *
     * @throws NotFound no ticket can be called so
     */
    public static TicketKey of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new NotFound(text);
        }
        return new TicketKey(Long.parseLong(form.group(2)));
    }

    /** Whether a text is written as tickets' keys are, with their letter: {@code T-1042} or {@code t-1042}. */
    public static boolean isKey(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() && form.group(1) != null;
    }

    @Override
    public int compareTo(TicketKey other) {
        return Long.compare(number, other.number);
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + "-" + number;
    }
}
