package io.opsflow.workflow;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as forms send them, kept to a size that can be stored and written out. */
final class Numbers {

    private static final int MOST_DIGITS = 30;

    private Numbers() {}

    /** The number that a text or a JSON value stands for; empty when it is none or absurdly long. */
    static Optional<BigDecimal> of(Object value) {
        String text = String.valueOf(value).strip();
        if (text.length() > 2 * MOST_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
