package io.opsflow.assets;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Words in a drawing: as many as there is room for, and never markup. */
final class SvgText {

    private static final double LATIN = 6.6;
    private static final double WIDE = 11.5;

    private SvgText() {}

    /** As much of a text as there is room for. */
    static String shortened(String words, double room) {
        if (width(words) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end)) + LATIN > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end) + "…";
    }

    static double width(String words) {
        return words.codePoints().mapToDouble(c -> c < 0x2e80 ? LATIN : WIDE).sum();
    }

    /** Also without the control characters that XML has no way to spell. */
    static String escaped(@Nullable String words) {
        String clean = words == null ? "" : words.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
        return HtmlUtils.htmlEscape(clean, "UTF-8");
    }
}
