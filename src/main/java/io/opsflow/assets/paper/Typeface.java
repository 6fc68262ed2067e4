package io.opsflow.assets.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of what is printed: Latin ones from Liberation Sans (SIL Open Font License), which PDFBox carries, all others
 * from Droid Sans Fallback (Apache License 2.0), which has no Latin ones. A document carries those that it uses.
 */
final class Typeface {

    private static final String LATIN = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String CHINESE = "/fonts/DroidSansFallbackFull.ttf";
    private static final int UNKNOWN = '?';

    private final List<Letters> faces;

    Typeface(PDDocument document) throws IOException {
        faces = List.of(Letters.of(document, LATIN), Letters.of(document, CHINESE));
    }

    /** One of the two. */
    private record Letters(PDFont font, CmapLookup letters) {

        static Letters of(PDDocument document, String path) throws IOException {
            try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(path), path)) {
                TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
                return new Letters(PDType0Font.load(document, face, true), face.getUnicodeCmapLookup());
            }
        }

        boolean has(int letter) {
            return letters.getGlyphId(letter) != 0;
        }
    }

    /** Letters beside each other that are of one face. */
    private record Run(PDFont font, String words) {}

    /** The words in letters that there are. */
    String known(String words) {
        StringBuilder known = new StringBuilder(words.length());
        words.codePoints()
                .map(letter -> Character.isWhitespace(letter) || Character.isISOControl(letter) ? ' ' : letter)
                .map(letter -> faces.stream().anyMatch(face -> face.has(letter)) ? letter : UNKNOWN)
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    private List<Run> runs(String known) {
        List<Run> runs = new ArrayList<>();
        known.codePoints().forEach(letter -> {
            PDFont font = faces.stream()
                    .filter(face -> face.has(letter))
                    .findFirst()
                    .orElseThrow()
                    .font();
            int last = runs.size() - 1;
            boolean same = last >= 0 && runs.get(last).font().equals(font);
            String before = same ? runs.remove(last).words() : "";
            runs.add(new Run(font, before + Character.toString(letter)));
        });
        return runs;
    }

    /** How wide known words are, in points. */
    float width(String known, float size) throws IOException {
        float width = 0;
        for (Run run : runs(known)) {
            width += run.font().getStringWidth(run.words()) / 1000 * size;
        }
        return width;
    }

    /** Writes known words where the pen stands. */
    void write(PDPageContentStream ink, String known, float size) throws IOException {
        for (Run run : runs(known)) {
            ink.setFont(run.font(), size);
            ink.showText(run.words());
        }
    }

    /** As much of known words as there is room for. */
    String shortened(String known, float size, float room) throws IOException {
        if (width(known, size) <= room) {
            return known;
        }
        int end = known.length();
        while (end > 0 && width(known.substring(0, end) + "…", size) > room) {
            end = known.offsetByCodePoints(end, -1);
        }
        return known.substring(0, end) + "…";
    }
}
