package io.opsflow.assets.paper;

import io.opsflow.assets.Elevation;
import io.opsflow.assets.Face;
import io.opsflow.assets.Occupant;
import io.opsflow.assets.ServerStatus;
import io.opsflow.kernel.Texts;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Racks, one a page: the front at the left, the rear at the right, in the colours of the screen. */
@Component
class ElevationSheets {

    private static final float WIDTH = 210;
    private static final float HEIGHT = 297;
    private static final float MARGIN = 12;
    private static final float HEAD = 34;
    private static final float FOOT = 22;
    private static final float NUMBERS = 7;
    private static final float INSIDE = 78;
    private static final float TALLEST = 7;

    private static final Color INK = new Color(0x1b2330);
    private static final Color PALE = new Color(0x646e7e);
    private static final Color LINE = new Color(0xe2e5ea);
    private static final Color FRAME = new Color(0xcbd0d8);

    private final Texts texts;

    ElevationSheets(Texts texts) {
        this.texts = texts;
    }

    byte[] of(List<Elevation> racks, Locale locale) {
        String title = racks.isEmpty()
                ? texts.get(locale, "assets.racks")
                : racks.get(0).room();
        return Sheet.of(title, (document, typeface) -> {
            if (racks.isEmpty()) {
                empty(document, typeface, title);
            }
            for (int i = 0; i < racks.size(); i++) {
                page(document, typeface, racks.get(i), (i + 1) + " / " + racks.size(), locale);
            }
        });
    }

    private static void empty(PDDocument document, Typeface typeface, String title) throws IOException {
        try (Page page = new Page(document, typeface, WIDTH, HEIGHT)) {
            page.text(MARGIN, MARGIN + 6, title + ": 0", 15, INK, WIDTH - 2 * MARGIN);
        }
    }

    private void page(PDDocument document, Typeface typeface, Elevation rack, String number, Locale locale)
            throws IOException {
        try (Page page = new Page(document, typeface, WIDTH, HEIGHT)) {
            page.text(MARGIN, MARGIN + 6, rack.room() + " · " + rack.rack(), 15, INK, WIDTH - 2 * MARGIN);
            page.text(MARGIN, MARGIN + 12, sum(rack, locale), 9, PALE, WIDTH - 2 * MARGIN);
            side(page, rack.seenFrom(Face.FRONT), MARGIN, locale);
            side(page, rack.seenFrom(Face.REAR), WIDTH - MARGIN - INSIDE - 2 * NUMBERS, locale);
            legend(page, locale);
            page.textEndingAt(WIDTH - MARGIN, HEIGHT - MARGIN, number, 8, PALE, 40);
        }
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

    private void side(Page page, Elevation rack, float x, Locale locale) throws IOException {
        float unit = Math.min(TALLEST, (HEIGHT - HEAD - FOOT - MARGIN) / rack.heightU());
        float left = x + NUMBERS;
        page.text(left, HEAD - 3, texts.get(locale, "assets.face." + rack.face().code()), 9, INK, INSIDE);
        float small = Math.min(6.5f, unit * Page.POINTS * 0.6f);
        for (int u = 1; u <= rack.heightU(); u++) {
            float y = HEAD + (rack.heightU() - u) * unit;
            page.box(left, y, INSIDE, unit, null, LINE, false);
            String number = Integer.toString(u);
            page.textAround(x + NUMBERS / 2, y + unit * 0.7f, number, small, PALE);
            page.textAround(left + INSIDE + NUMBERS / 2, y + unit * 0.7f, number, small, PALE);
        }
        page.box(left - 0.4f, HEAD - 0.4f, INSIDE + 0.8f, rack.heightU() * unit + 0.8f, null, FRAME, false);
        for (Elevation.Slot slot : rack.slots()) {
            slot(page, rack, slot, left, unit, locale);
        }
    }

    private void slot(Page page, Elevation rack, Elevation.Slot slot, float left, float unit, Locale locale)
            throws IOException {
        float y = HEAD + (rack.heightU() - slot.topU()) * unit;
        float tall = slot.heightU() * unit;
        Ink ink = Ink.of(slot.status());
        page.box(left + 0.3f, y + 0.3f, INSIDE - 0.6f, tall - 0.6f, ink.fill, ink.line, ink.dashed);
        float size = Math.min(7.5f, unit * Page.POINTS * 0.62f);
        float base = y + tall / 2 + size / Page.POINTS * 0.36f;
        String name = slot.kind() == Occupant.Kind.SERVER
                ? slot.name()
                : texts.get(locale, "assets.rack.reserved", slot.name());
        float wide = page.text(left + 2, base, name, size, INK, INSIDE - 4);
        float rest = INSIDE - 4 - wide - 3;
        if (slot.model() != null && rest > 10) {
            page.textEndingAt(left + INSIDE - 2, base, slot.model(), size - 0.5f, PALE, rest);
        }
    }

    private void legend(Page page, Locale locale) throws IOException {
        float x = MARGIN + NUMBERS;
        float y = HEIGHT - MARGIN;
        for (ServerStatus status : ServerStatus.values()) {
            Ink ink = Ink.of(status);
            page.box(x, y - 3, 4, 3, ink.fill, ink.line, ink.dashed);
            x += 5.5f
                    + page.text(
                            x + 5.5f,
                            y - 0.5f,
                            texts.get(locale, "assets.server-status." + status.code()),
                            7.5f,
                            INK,
                            30)
                    + 4;
        }
    }

    /** How something is drawn. */
    private enum Ink {
        CALM(new Color(0xeceff3), new Color(0x556070), false),
        PLANNED(new Color(0xe8eefc), new Color(0x2f5fe0), true),
        ACTIVE(new Color(0xe3f4ea), new Color(0x17733f), false),
        MAINTENANCE(new Color(0xfdf3dc), new Color(0x9a6200), false),
        FAILED(new Color(0xfdeaea), new Color(0xc0262d), false),
        RESERVED(Color.WHITE, PALE, true);

        private final Color fill;
        private final Color line;
        private final boolean dashed;

        Ink(Color fill, Color line, boolean dashed) {
            this.fill = fill;
            this.line = line;
            this.dashed = dashed;
        }

        static Ink of(@Nullable ServerStatus status) {
            if (status == null) {
                return RESERVED;
            }
            return switch (status) {
                case PLANNED -> PLANNED;
                case ACTIVE -> ACTIVE;
                case MAINTENANCE -> MAINTENANCE;
                case FAILED -> FAILED;
                case IN_STOCK, RETIRED -> CALM;
            };
        }
    }
}
