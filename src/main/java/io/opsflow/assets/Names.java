package io.opsflow.assets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How texts are kept, compared and looked through, so that both databases agree. */
final class Names {

    private static final int SEARCHED = 4_000;
    private static final int DIGITS = 400;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private Names() {}

    /** A text without blanks at its ends; null when nothing is left. */
    static @Nullable String text(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        String stripped = Normalizer.normalize(raw, Normalizer.Form.NFC).strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** The form in which names are told apart: neither width nor case nor accents nor the number of blanks count. */
    static String key(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(plain).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }

    static @Nullable String keyOrNull(@Nullable String name) {
        return name == null ? null : key(name);
    }

    /** What a list looks through: everything that was written about an object. */
    static String search(Stream<? extends @Nullable Object> parts) {
        String all = parts.flatMap(Stream::ofNullable).map(Object::toString).collect(Collectors.joining("\n"));
        String found = found(all);
        return found.length() <= SEARCHED ? found : found.substring(0, SEARCHED);
    }

    /** The form in which a text is looked for. */
    static String found(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether all digits of a number can be written down: 1E100000000 takes a minute and much memory. */
    static boolean isWritable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= DIGITS && number.precision() <= DIGITS;
    }

    /** A number as people write it: without zeros that say nothing. */
    static @Nullable BigDecimal number(@Nullable BigDecimal raw) {
        if (raw == null || !isWritable(raw)) {
            return raw;
        }
        BigDecimal plain = raw.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
