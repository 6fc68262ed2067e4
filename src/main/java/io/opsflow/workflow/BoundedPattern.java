package io.opsflow.workflow;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that somebody else wrote, matched as browsers do (anywhere in the text) but never for long: an
 * expression that tries too many ways through a text does not match it.
 */
final class BoundedPattern {

    /** The longest expression that a form may use. */
    static final int LONGEST_PATTERN = 500;

    /** The longest text that is matched at all: the matcher's recursion grows with the text. */
    static final int LONGEST_TEXT = 1_000;

    /** How many characters a match may look at, counted again each time it comes back to one. */
    private static final int MOST_LOOKS = 200_000;

    /** A part that matches nothing can be repeated without looking at a character, so its repetitions are limited. */
    private static final long MOST_REPETITIONS = 10_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(?:,\\d*)?\\}");

    private final Pattern pattern;

    private BoundedPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException it is not one, too long, or repeats too much
     */
    static BoundedPattern of(String expression) {
        if (expression.length() > LONGEST_PATTERN) {
            throw new PatternSyntaxException("longer than " + LONGEST_PATTERN, expression, LONGEST_PATTERN);
        }
        if (repetitions(expression) > MOST_REPETITIONS) {
            throw new PatternSyntaxException("more repetitions than " + MOST_REPETITIONS, expression, -1);
        }
        return new BoundedPattern(Pattern.compile(expression));
    }

    private static long repetitions(String expression) {
        long repetitions = 1;
        Matcher repetition = REPETITION.matcher(expression);
        while (repetition.find() && repetitions <= MOST_REPETITIONS) {
            String times = repetition.group(1);
            repetitions *= times.length() > 6 ? MOST_REPETITIONS + 1 : Math.max(1, Long.parseLong(times));
        }
        return repetitions;
    }

    boolean found(String text) {
        if (text.length() > LONGEST_TEXT) {
            return false;
        }
        try {
            return pattern.matcher(new CountedText(text, 0, text.length(), new AtomicInteger()))
                    .find();
        } catch (TooManyLooks | StackOverflowError tooMany) {
            return false; // nested groups use the stack, and Java has no other way to limit that
        }
    }

    /** The text with a counter that all its parts share. */
    private record CountedText(String text, int from, int to, AtomicInteger looks) implements CharSequence {

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST_LOOKS) {
                throw new TooManyLooks();
            }
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CountedText(text, from + start, from + end, looks);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super("too many ways through the text", null, false, false);
        }
    }
}
