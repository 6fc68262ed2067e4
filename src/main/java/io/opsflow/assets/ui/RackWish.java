package io.opsflow.assets.ui;

import io.opsflow.assets.Face;
import io.opsflow.kernel.InvalidInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Four words from the browser: what somebody did with a rack's drawing.
 *
 * @param first  the server that was dropped, or the rack whose units were marked
 * @param second the rack in which it was dropped, or the lowest unit that was marked
 * @param third  the lowest unit at which it was dropped, or how many were marked
 * @param face   from which side
 */
record RackWish(long first, long second, int third, Face face) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\d{1,4}) (front|rear|both)");

    /** @throws InvalidInput no drawing says that */
    static RackWish of(String told) {
        Matcher form = FORM.matcher(told);
        if (!form.matches()) {
            throw new InvalidInput("position_u", "unknown-value", "U1");
        }
        return new RackWish(
                Long.parseLong(form.group(1)),
                Long.parseLong(form.group(2)),
                Integer.parseInt(form.group(3)),
                Face.of(form.group(4)));
    }
}
