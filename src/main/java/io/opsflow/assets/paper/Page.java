package io.opsflow.assets.paper;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** One page, measured in millimetres from its upper left corner. Letters are measured in points, as everywhere. */
final class Page implements AutoCloseable {

    static final float POINTS = 72 / 25.4f;
    private static final float[] SOLID = {};
    private static final float[] DASHES = {3, 2};

    private final PDPageContentStream ink;
    private final Typeface typeface;
    private final float height;

    Page(PDDocument document, Typeface typeface, float width, float height) throws IOException {
        PDPage page = new PDPage(new PDRectangle(width * POINTS, height * POINTS));
        document.addPage(page);
        this.ink = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true);
        this.typeface = typeface;
        this.height = height;
    }

    /** A frame, filled or not. */
    void box(float x, float y, float width, float tall, @Nullable Color fill, Color line, boolean dashed)
            throws IOException {
        if (fill != null) {
            ink.setNonStrokingColor(fill);
            rectangle(x, y, width, tall);
            ink.fill();
        }
        ink.setStrokingColor(line);
        ink.setLineWidth(0.6f);
        ink.setLineDashPattern(dashed ? DASHES : SOLID, 0);
        rectangle(x, y, width, tall);
        ink.stroke();
    }

    /** Begins a drawing in one colour without lines: {@link #square} adds to it, {@link #filled} ends it. */
    void square(float x, float y, float side) throws IOException {
        rectangle(x, y, side, side);
    }

    void filled(Color color) throws IOException {
        ink.setNonStrokingColor(color);
        ink.fill();
    }

    private void rectangle(float x, float y, float width, float tall) throws IOException {
        ink.addRect(x * POINTS, (height - y - tall) * POINTS, width * POINTS, tall * POINTS);
    }

    /** Words with their left end and their base line at a point; returns how wide they are, in millimetres. */
    float text(float x, float y, String words, float size, Color color, float room) throws IOException {
        String shown = typeface.shortened(typeface.known(words), size, room * POINTS);
        write(x, y, shown, size, color);
        return typeface.width(shown, size) / POINTS;
    }

    /** The same with their right end there. */
    void textEndingAt(float x, float y, String words, float size, Color color, float room) throws IOException {
        String shown = typeface.shortened(typeface.known(words), size, room * POINTS);
        write(x - typeface.width(shown, size) / POINTS, y, shown, size, color);
    }

    /** The same with their middle there. */
    void textAround(float x, float y, String words, float size, Color color) throws IOException {
        String shown = typeface.known(words);
        write(x - typeface.width(shown, size) / POINTS / 2, y, shown, size, color);
    }

    /** The size at which words fit, within bounds; with a hair to spare, or rounding cuts their last letters. */
    float fitting(String words, float largest, float smallest, float room) throws IOException {
        float wide = typeface.width(typeface.known(words), largest);
        return Math.max(smallest, Math.min(largest, largest * room * POINTS / wide * 0.99f));
    }

    private void write(float x, float y, String shown, float size, Color color) throws IOException {
        ink.beginText();
        ink.setNonStrokingColor(color);
        ink.newLineAtOffset(x * POINTS, (height - y) * POINTS);
        typeface.write(ink, shown, size);
        ink.endText();
    }

    @Override
    public void close() throws IOException {
        ink.close();
    }
}
