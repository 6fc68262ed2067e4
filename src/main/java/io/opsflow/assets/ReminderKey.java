package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.kernel.NotFound;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a reminder: {@code CR-1042}.
 *
 * @param number what machines call it
 */
public record ReminderKey(long number) {

    static final String PREFIX = "CR";

    private static final Pattern FORM = Pattern.compile("(" + PREFIX + "-)?([1-9]\\d{0,17})", Pattern.CASE_INSENSITIVE);

    /**
     * The key in {@code CR-1042} or {@code 1042}.
     *
     * @throws NotFound no reminder can be called so
     */
    public static ReminderKey of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new NotFound(text);
        }
        return new ReminderKey(Long.parseLong(form.group(2)));
    }

    /** Whether a text is written as reminders' keys are, with their letters: {@code CR-1042}. */
    public static boolean isKey(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() && form.group(1) != null;
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + "-" + number;
    }
}
