package io.opsflow.accounts;

import io.opsflow.kernel.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail address and a telephone number look like. Addresses are not unique: teams share mailboxes, and nobody
 * signs in with one.
 */
final class ContactRules {

    /** One address and nothing else: what could pass for a second one, or for a line of a mail's head, is no address. */
    private static final Pattern EMAIL = Pattern.compile(
            "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}]{2,63}");

    private static final Pattern PHONE = Pattern.compile("(?=(?:[^0-9]*[0-9]){3})\\+?[0-9 ()./#-]{3,39}");

    private ContactRules() {}

    /** Every rule that one of the two breaks; what is not told breaks none. */
    static List<FieldError> broken(@Nullable String email, @Nullable String phone) {
        List<FieldError> errors = new ArrayList<>();
        if (email != null && !email.isBlank() && !EMAIL.matcher(email.strip()).matches()) {
            errors.add(new FieldError("email", "email-spelling", List.of()));
        }
        if (phone != null && !phone.isBlank() && !PHONE.matcher(phone.strip()).matches()) {
            errors.add(new FieldError("phone", "phone-spelling", List.of()));
        }
        return errors;
    }

    /** What is kept of what was typed: nothing for an empty text. */
    static @Nullable String kept(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
