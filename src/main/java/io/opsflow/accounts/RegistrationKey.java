package io.opsflow.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.kernel.NotFound;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a registration: {@code REG-12}.
 *
 * @param number what machines call it
 */
public record RegistrationKey(long number) {

    static final String PREFIX = "REG";

    private static final Pattern FORM = Pattern.compile(PREFIX + "-([1-9]\\d{0,17})", Pattern.CASE_INSENSITIVE);

    /**
     * The key in {@code REG-12} or {@code reg-12}.
     *
     * @throws NotFound no registration can be called so
     */
    public static RegistrationKey of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new NotFound(text);
        }
        return new RegistrationKey(Long.parseLong(form.group(1)));
    }

    /** Whether a text is written as registrations' keys are. */
    public static boolean isKey(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + "-" + number;
    }
}
