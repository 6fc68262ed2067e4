package io.opsflow.assets;

import static io.opsflow.assets.SvgText.escaped;
import static io.opsflow.assets.SvgText.shortened;

import io.opsflow.kernel.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Draws a machine room from above: a line for each row, a tile for each rack, which leads to it. */
@Component
class FloorDrawing {

    private static final int TILE_WIDTH = 84;
    private static final int TILE_HEIGHT = 56;
    private static final int GAP = 4;
    private static final int AISLE = 24;
    private static final int MARGIN = 44;
    private static final int PAD = 8;
    private static final int BAR = TILE_WIDTH - 2 * PAD;
    /** Further to the right nobody looks; a rack at position 9 999 stands next to the last one then. */
    private static final int MOST = 60;

    private final Texts texts;

    FloorDrawing(Texts texts) {
        this.texts = texts;
    }

    String svg(FloorPlan plan, Locale locale) {
        int longest = plan.rows().stream().mapToInt(FloorDrawing::length).max().orElse(1);
        int width = MARGIN + longest * (TILE_WIDTH + GAP) + PAD;
        int height = plan.rows().size() * (TILE_HEIGHT + AISLE) + PAD;
        StringBuilder svg = new StringBuilder(8_192);
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"floor\" role=\"group\" data-room=\"%d\""
                        + " viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" aria-label=\"%s\">")
                .formatted(
                        plan.roomId(),
                        width,
                        height,
                        width,
                        height,
                        escaped(texts.get(locale, "assets.floor.of", plan.room()))));
        int y = PAD;
        for (FloorPlan.Row row : plan.rows()) {
            row(svg, row, y, locale);
            y += TILE_HEIGHT + AISLE;
        }
        return svg.append("</svg>").toString();
    }

    private static int length(FloorPlan.Row row) {
        int last = row.racks().get(row.racks().size() - 1).position();
        return last > MOST ? row.racks().size() : last;
    }

    private void row(StringBuilder svg, FloorPlan.Row row, int y, Locale locale) {
        boolean close = row.racks().get(row.racks().size() - 1).position() > MOST;
        svg.append("<text class=\"row\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(
                        MARGIN / 2,
                        y + TILE_HEIGHT / 2 + 5,
                        escaped(row.name() == null ? "—" : shortened(row.name(), MARGIN - GAP))));
        int place = 0;
        for (FloorPlan.Tile rack : row.racks()) {
            place = close ? place + 1 : rack.position();
            tile(svg, rack, MARGIN + (place - 1) * (TILE_WIDTH + GAP), y, locale);
        }
    }

    private void tile(StringBuilder svg, FloorPlan.Tile rack, int x, int y, Locale locale) {
        String words = rack.rack() + " · "
                + texts.get(locale, "assets.place-status." + rack.status().code()) + " · " + sum(rack, locale);
        svg.append("<a href=\"/racks/%d\" class=\"tile %s place-%s\" data-rack=\"%d\" aria-label=\"%s\">"
                .formatted(
                        rack.rackId(),
                        Fullness.of(rack.part()).css(),
                        rack.status().code(),
                        rack.rackId(),
                        escaped(words)));
        svg.append("<title>").append(escaped(words)).append("</title>");
        svg.append("<rect class=\"box\" x=\"%s\" y=\"%s\" width=\"%d\" height=\"%d\" rx=\"3\"/>"
                .formatted(x + 0.5, y + 0.5, TILE_WIDTH - 1, TILE_HEIGHT - 1));
        svg.append("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(x + PAD, y + 18, escaped(shortened(rack.rack(), BAR))));
        String used = Math.round(100 * rack.part()) + " %";
        svg.append("<text class=\"used\" x=\"%d\" y=\"%d\">%s</text>".formatted(x + PAD, y + 35, used));
        bar(svg, x + PAD, y + 41, Fullness.part(rack.usedU(), rack.heightU()));
        if (rack.powerLimitW() != null) {
            bar(svg, x + PAD, y + 47, Fullness.part(rack.usedW(), rack.powerLimitW()));
        }
        svg.append("</a>");
    }

    private static void bar(StringBuilder svg, int x, int y, double part) {
        svg.append("<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"3\"/>".formatted(x, y, BAR));
        svg.append("<rect class=\"bar taken %s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"3\"/>"
                .formatted(Fullness.of(part).css(), x, y, Math.round(BAR * Math.min(1, part))));
    }

    private String sum(FloorPlan.Tile rack, Locale locale) {
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
}
