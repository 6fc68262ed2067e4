package io.opsflow.assets.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one typeface of what is printed: Chinese and Latin. Of its letters, a document carries those that it uses. */
final class Typeface {

    private static final String FILE = "/fonts/DroidSansFallbackFull.ttf";
    private static final int UNKNOWN = '?';

    private final PDFont font;
    private final CmapLookup letters;

    Typeface(PDDocument document) throws IOException {
        try (InputStream file = Objects.requireNonNull(Typeface.class.getResourceAsStream(FILE), FILE)) {
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            letters = face.getUnicodeCmapLookup();
            font = PDType0Font.load(document, face, true);
        }
    }

    PDFont font() {
        return font;
    }

    /** The words in letters that the typeface has. */
    String known(String words) {
        StringBuilder known = new StringBuilder(words.length());
        words.codePoints()
                .map(letter -> Character.isWhitespace(letter) || Character.isISOControl(letter) ? ' ' : letter)
                .map(letter -> letter == ' ' || letters.getGlyphId(letter) != 0 ? letter : UNKNOWN)
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    /** How wide known words are, in points. */
    float width(String known, float size) throws IOException {
        return font.getStringWidth(known) / 1000 * size;
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
