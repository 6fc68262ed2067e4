package io.opsflow.assets;

import static io.opsflow.assets.SvgText.escaped;
import static io.opsflow.assets.SvgText.shortened;

import io.opsflow.kernel.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

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
    private static final int BAR = INSIDE / 2 - 4;
    private static final int PAD = 10;

    private final Texts texts;
    private final String style = style();

    RackDrawing(Texts texts) {
        this.texts = texts;
    }

    private static String style() {
        try (InputStream file = new ClassPathResource("drawings/rack.css").getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\\s*\n\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Several racks side by side, all on one floor. */
    String svg(List<Elevation> racks, RackLook look, Locale locale) {
        int height = racks.stream().mapToInt(RackDrawing::height).max().orElse(0);
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">"
                .formatted(racks.size() * WIDTH, height));
        for (int i = 0; i < racks.size(); i++) {
            svg.append("<g transform=\"translate(%d %d)\">".formatted(i * WIDTH, height - height(racks.get(i))))
                    .append(svg(racks.get(i), look, locale))
                    .append("</g>");
        }
        return svg.append("</svg>").toString();
    }

    private static int height(Elevation rack) {
        return HEAD + rack.heightU() * UNIT + 6;
    }

    String svg(Elevation rack, RackLook look, Locale locale) {
        int height = height(rack);
        StringBuilder svg = new StringBuilder(16_384);
        String title = rack.rack() + " · "
                + texts.get(locale, "assets.face." + rack.face().code());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rack%s\" role=\"group\" viewBox=\"0 0 %d %d\""
                .formatted(look.byRole() ? " by-role" : "", WIDTH, height));
        svg.append(" width=\"%d\" height=\"%d\" data-rack=\"%d\" data-face=\"%s\" aria-label=\"%s\"><style>"
                .formatted(WIDTH, height, rack.rackId(), rack.face().code(), escaped(title)));
        svg.append(style)
                .append("</style><defs><pattern id=\"%s\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\""
                        .formatted(hatch(rack)))
                .append(" patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V8\"/></pattern></defs>");
        text(svg, "title", MARGIN, 13, shortened(title, INSIDE));
        text(svg, "sum", MARGIN, 29, sum(rack, locale));
        bar(svg, MARGIN, rack.usedU(), rack.heightU());
        if (rack.powerLimitW() != null) {
            bar(svg, MARGIN + INSIDE - BAR, rack.usedW(), rack.powerLimitW());
        }
        svg.append("<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                .formatted(MARGIN - 2, HEAD - 2, INSIDE + 4, rack.heightU() * UNIT + 4));
        frees(svg, rack);
        rack.slots().forEach(slot -> slot(svg, rack, slot, look, locale));
        mark(svg, rack, look.marked());
        return svg.append("</svg>").toString();
    }

    private static String hatch(Elevation rack) {
        return "hatch-" + rack.rackId() + "-" + rack.face().code();
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

    private static void bar(StringBuilder svg, int x, int used, int available) {
        double part = Fullness.part(used, available);
        svg.append("<rect class=\"bar\" x=\"%d\" y=\"34\" width=\"%d\" height=\"4\"/>".formatted(x, BAR));
        svg.append("<rect class=\"bar %s\" x=\"%d\" y=\"34\" width=\"%d\" height=\"4\"/>"
                .formatted(Fullness.of(part).css(), x, Math.round(BAR * Math.min(1, part))));
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

    private void slot(StringBuilder svg, Elevation rack, Elevation.Slot slot, RackLook look, Locale locale) {
        int y = y(rack, slot.topU());
        boolean server = slot.kind() == Occupant.Kind.SERVER;
        String kind = slot.kind().name().toLowerCase(Locale.ROOT);
        String words = words(slot, locale);
        svg.append(
                server
                        ? "<a href=\"/servers/" + slot.id() + "\" class=\"slot "
                        : "<g tabindex=\"0\" role=\"img\" class=\"slot ");
        svg.append("%s%s\" data-kind=\"%s\" data-id=\"%d\" data-u=\"%d\" data-height=\"%d\" data-face=\"%s\""
                .formatted(
                        kind,
                        colours(slot, look),
                        kind,
                        slot.id(),
                        slot.positionU(),
                        slot.heightU(),
                        slot.face().code()));
        svg.append(" aria-label=\"%s\"><title>%s</title>".formatted(escaped(words), escaped(words)));
        String box = "x=\"%s\" y=\"%s\" width=\"%d\" height=\"%d\" rx=\"2\""
                .formatted(MARGIN + 1.5, y + 0.5, INSIDE - 3, slot.heightU() * UNIT - 2);
        svg.append("<rect class=\"box\" ").append(box).append("/>");
        if (server) {
            svg.append("<rect class=\"stripe\" x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\"/>"
                    .formatted(MARGIN + 2, y + 1, slot.heightU() * UNIT - 3));
        } else {
            svg.append("<rect class=\"kept\" fill=\"url(#%s)\" %s/>".formatted(hatch(rack), box));
        }
        if (slot.heightU() == 1) {
            line(svg, y + 14, name(slot, locale), server ? slot.model() : until(slot, locale));
        } else {
            int middle = y + slot.heightU() * UNIT / 2;
            line(svg, middle - 4, name(slot, locale), server ? slot.model() : until(slot, locale));
            second(svg, middle + 12, slot);
        }
        svg.append(server ? "</a>" : "</g>");
    }

    private static String colours(Elevation.Slot slot, RackLook look) {
        ServerStatus status = slot.status();
        String role = slot.role();
        return (status == null ? "" : " status-" + status.code().replace('_', '-'))
                + (role == null || !look.roles().contains(role) ? "" : " role-" + look.colour(role));
    }

    private String name(Elevation.Slot slot, Locale locale) {
        return slot.kind() == Occupant.Kind.SERVER
                ? slot.name()
                : texts.get(locale, "assets.rack.reserved", slot.name());
    }

    private @Nullable String until(Elevation.Slot slot, Locale locale) {
        return slot.until() == null
                ? null
                : texts.get(locale, "assets.rack.until", slot.until().toString());
    }

    /** What it is called at the left; at the right, where there is room, what else is worth a look. */
    private static void line(StringBuilder svg, int y, String name, @Nullable String more) {
        String shown = shortened(name, INSIDE - 2 * PAD);
        text(svg, "name", MARGIN + PAD, y, shown);
        double left = INSIDE - 2 * PAD - SvgText.width(shown) - PAD;
        if (more != null && left > 40) {
            atEnd(svg, y, shortened(more, left));
        }
    }

    private static void second(StringBuilder svg, int y, Elevation.Slot slot) {
        String power = slot.powerW() == null ? "" : slot.powerW() + " W";
        String what = slot.kind() == Occupant.Kind.SERVER
                ? Stream.of(slot.role(), slot.owner())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(" · "))
                : slot.model();
        if (what != null) {
            text(svg, "sum", MARGIN + PAD, y, shortened(what, INSIDE - 3 * PAD - SvgText.width(power)));
        }
        atEnd(svg, y, power);
    }

    private static void atEnd(StringBuilder svg, int y, String words) {
        svg.append("<text class=\"sum\" text-anchor=\"end\" x=\"%d\" y=\"%d\">%s</text>"
                .formatted(MARGIN + INSIDE - PAD + 2, y, escaped(words)));
    }

    private String words(Elevation.Slot slot, Locale locale) {
        ServerStatus status = slot.status();
        return Stream.of(
                        name(slot, locale),
                        "U" + slot.positionU() + (slot.heightU() == 1 ? "" : "–U" + slot.topU()),
                        status == null ? null : texts.get(locale, "assets.server-status." + status.code()),
                        slot.model(),
                        slot.role(),
                        slot.kind() == Occupant.Kind.SERVER ? slot.owner() : null,
                        slot.powerW() == null ? null : slot.powerW() + " W",
                        until(slot, locale))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" · "));
    }

    private static void mark(StringBuilder svg, Elevation rack, @Nullable Placement place) {
        if (place != null
                && place.rackId() == rack.rackId()
                && place.topU() <= rack.heightU()
                && place.face().sides().stream().anyMatch(rack.face().sides()::contains)) {
            svg.append("<rect class=\"wanted\" data-u=\"%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                    .formatted(place.positionU(), MARGIN, y(rack, place.topU()), INSIDE, place.heightU() * UNIT));
        }
    }

    private static int y(Elevation rack, int unit) {
        return HEAD + (rack.heightU() - unit) * UNIT;
    }

    private static void text(StringBuilder svg, String type, int x, int y, String words) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(type, x, y, escaped(words)));
    }
}
