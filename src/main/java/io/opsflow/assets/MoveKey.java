package io.opsflow.assets;

import com.fasterxml.jackson.annotation.JsonValue;
import io.opsflow.attachments.AttachmentOwner;
import io.opsflow.kernel.NotFound;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a move: {@code M-1042}.
 *
 * @param number what machines call it
 */
public record MoveKey(long number) {

    static final String PREFIX = "M";

    private static final Pattern FORM = Pattern.compile("(" + PREFIX + "-)?([1-9]\\d{0,17})", Pattern.CASE_INSENSITIVE);

    /**
     * The key in {@code M-1042} or {@code 1042}.
     *
     * @throws NotFound no move can be called so
     */
    public static MoveKey of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new NotFound(text);
        }
        return new MoveKey(Long.parseLong(form.group(2)));
    }

    /** Whether a text is written as moves' keys are, with their letter: {@code M-1042}. */
    public static boolean isKey(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() && form.group(1) != null;
    }

    /** As what attachments hang on. */
    public AttachmentOwner owner() {
        return new AttachmentOwner(MovePhotos.KIND, toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return PREFIX + "-" + number;
    }
}
