package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Why something was changed.
 *
 * @param reason in words
 * @param ticket the key of the ticket that asked for it
 */
public record Why(@Nullable String reason, @Nullable String ticket) {

    /** So many characters at most. */
    public static final int REASON = 500;

    /** So many characters at most. */
    public static final int TICKET = 32;

    public Why {
        reason = checked("reason", Names.text(reason), REASON);
        ticket = checked("ticket", Names.text(ticket), TICKET);
    }

    /** Nobody said why. */
    public static Why unsaid() {
        return new Why(null, null);
    }

    private static @Nullable String checked(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new InvalidInput(field, "text-too-long", longest);
        }
        return text;
    }
}
