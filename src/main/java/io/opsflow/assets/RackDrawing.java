package io.opsflow.assets;

import io.opsflow.kernel.Texts;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a rack as SVG that stands by itself and follows the page's colours where it is part of one. Every unit has its
 * number on both sides; whatever stands there says in words what it is, for those who hover, and for those who cannot see.
 */
@Component
class RackDrawing {

    private static final int UNIT = 20;
    private static final int MARGIN = 26;
    private static final int INSIDE = 248;
    private static final int HEAD = 44;
    private static final int WIDTH = MARGIN + INSIDE + MARGIN;
    private static final double LATIN = 6.6;
    private static final double WIDE = 11.5;

    private static final String STYLE =
            """
            .rack{font:11px var(--ops-font,system-ui,sans-serif);background:var(--ops-surface,#fff)}
            .rack text{fill:var(--ops-text,#1b2330)}
            .rack .title{font-size:13px;font-weight:600}
            .rack .sum,.rack .u{fill:var(--ops-text-3,#646e7e)}
            .rack .u{font-size:9px}
            .rack .frame{fill:var(--ops-sunken,#eff1f4);stroke:var(--ops-line-strong,#cbd0d8);stroke-width:2}
            .rack .free{fill:var(--ops-surface,#fff);stroke:var(--ops-line,#e2e5ea)}
            .rack .slot rect{stroke-width:1;fill:var(--ops-calm-soft,#eceff3);stroke:var(--ops-calm,#556070)}
            .rack .slot:focus{outline:none}
            .rack .slot:focus rect,.rack .slot:hover rect{stroke-width:2.5}
            .rack .status-planned rect{fill:var(--ops-work-soft,#e8eefc);stroke:var(--ops-work,#2f5fe0);stroke-dasharray:4 3}
            .rack .status-active rect{fill:var(--ops-good-soft,#e3f4ea);stroke:var(--ops-good,#17733f)}
            .rack .status-maintenance rect{fill:var(--ops-wait-soft,#fdf3dc);stroke:var(--ops-wait,#9a6200)}
            .rack .status-failed rect{fill:var(--ops-bad-soft,#fdeaea);stroke:var(--ops-bad,#c0262d)}
            .rack .reservation rect{fill:none;stroke:var(--ops-text-3,#646e7e);stroke-dasharray:3 3}
            """;

    private final Texts texts;

    RackDrawing(Texts texts) {
        this.texts = texts;
    }

    String svg(Elevation rack, Locale locale) {
        int height = HEAD + rack.heightU() * UNIT + 6;
        StringBuilder svg = new StringBuilder(8_192);
        String title = rack.rack() + " · "
                + texts.get(locale, "assets.face." + rack.face().code());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rack\" role=\"group\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(WIDTH)
                .append("\" height=\"")
                .append(height)
                .append("\" data-rack=\"")
                .append(rack.rackId())
                .append("\" data-face=\"")
                .append(rack.face().code())
                .append("\" aria-label=\"")
                .append(escaped(title))
                .append("\"><style>")
                .append(STYLE)
                .append("</style>");
        text(svg, "title", MARGIN, 15, title);
        text(svg, "sum", MARGIN, 32, sum(rack, locale));
        svg.append("<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(MARGIN - 2, HEAD - 2, INSIDE + 4, rack.heightU() * UNIT + 4));
        frees(svg, rack);
        rack.slots().forEach(slot -> slot(svg, rack, slot, locale));
        return svg.append("</svg>").toString();
    }

    private String sum(Elevation rack, Locale locale) {
        return rack.powerLimitW() == null
                ? texts.get(locale, "assets.rack.used", rack.usedU(), rack.heightU(), String.valueOf(rack.usedW()))
                : texts.get(
                        locale,
                        "assets.rack.used-of",
                        rack.usedU(),
                        rack.heightU(),
                        String.valueOf(rack.usedW()),
                        String.valueOf(rack.powerLimitW()));
    }

    private static void frees(StringBuilder svg, Elevation rack) {
        BitSet taken = new BitSet();
        rack.slots().forEach(slot -> taken.set(slot.positionU(), slot.topU() + 1));
        for (int u = 1; u <= rack.heightU(); u++) {
            int y = y(rack, u);
            number(svg, 14, y, u);
            number(svg, WIDTH - 14, y, u);
            if (!taken.get(u)) {
                svg.append("<rect class=\"free\" data-u=\"%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                        .formatted(u, MARGIN, y, INSIDE, UNIT));
            }
        }
    }

    private static void number(StringBuilder svg, int x, int y, int u) {
        svg.append("<text class=\"u\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%d</text>".formatted(x, y + 14, u));
    }

    private void slot(StringBuilder svg, Elevation rack, Elevation.Slot slot, Locale locale) {
        int y = y(rack, slot.topU());
        ServerStatus status = slot.status();
        String kind = slot.kind().name().toLowerCase(Locale.ROOT);
        String words = words(slot, locale);
        boolean server = slot.kind() == Occupant.Kind.SERVER;
        svg.append(
                        server
                                ? "<a href=\"/servers/" + slot.id() + "\" class=\"slot "
                                : "<g tabindex=\"0\" role=\"img\" class=\"slot ")
                .append("%s%s\" data-kind=\"%s\" data-id=\"%d\" data-u=\"%d\" data-height=\"%d\" aria-label=\"%s\">"
                        .formatted(
                                kind,
                                status == null ? "" : " status-" + status.code().replace('_', '-'),
                                kind,
                                slot.id(),
                                slot.positionU(),
                                slot.heightU(),
                                escaped(words)));
        svg.append("<title>").append(escaped(words)).append("</title>");
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\"/>"
                .formatted(MARGIN + 1, y + 1, INSIDE - 2, slot.heightU() * UNIT - 2));
        int middle = y + slot.heightU() * UNIT / 2 + 4;
        String name =
                shortened(server ? slot.name() : texts.get(locale, "assets.rack.reserved", slot.name()), INSIDE - 12);
        text(svg, "name", MARGIN + 6, middle, name);
        String model = slot.model();
        double left = INSIDE - 12 - width(name) - 12;
        if (model != null && left > 40) {
            svg.append("<text class=\"sum\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>"
                    .formatted(MARGIN + INSIDE - 6, middle, escaped(shortened(model, left))));
        }
        svg.append(server ? "</a>" : "</g>");
    }

    private String words(Elevation.Slot slot, Locale locale) {
        ServerStatus status = slot.status();
        return Stream.of(
                        slot.status() == null ? texts.get(locale, "assets.rack.reserved", slot.name()) : slot.name(),
                        "U" + slot.positionU() + (slot.heightU() == 1 ? "" : "–U" + slot.topU()),
                        status == null ? null : texts.get(locale, "assets.server-status." + status.code()),
                        slot.model(),
                        slot.role(),
                        slot.kind() == Occupant.Kind.SERVER ? slot.owner() : null,
                        slot.powerW() == null ? null : slot.powerW() + " W",
                        slot.until() == null
                                ? null
                                : texts.get(
                                        locale,
                                        "assets.rack.until",
                                        slot.until().toString()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" · "));
    }

    private static int y(Elevation rack, int unit) {
        return HEAD + (rack.heightU() - unit) * UNIT;
    }

    private static void text(StringBuilder svg, String type, int x, int y, String words) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(type, x, y, escaped(words)));
    }

    /** As much of a text as there is room for. */
    private static String shortened(String words, double room) {
        if (width(words) <= room) {
            return words;
        }
        int end = words.length();
        while (end > 0 && width(words.substring(0, end)) + LATIN > room) {
            end = words.offsetByCodePoints(end, -1);
        }
        return words.substring(0, end) + "…";
    }

    private static double width(String words) {
        return words.codePoints().mapToDouble(c -> c < 0x2e80 ? LATIN : WIDE).sum();
    }

    /** Also without the control characters that XML has no way to spell. */
    private static String escaped(@Nullable String words) {
        String clean = words == null ? "" : words.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
        return HtmlUtils.htmlEscape(clean, "UTF-8");
    }
}
