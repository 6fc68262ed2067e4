package io.opsflow.assets;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pictures as a phone on site would take them. */
public final class Photos {

    private Photos() {}

    /** A server's printed label, a little turned, on a grey machine. */
    public static byte[] label(Prints prints, long serverId) {
        return label(
                prints.labels(AssetKind.SERVER, AssetFilter.everything().with("id", "" + serverId), LabelPaper.ROLL));
    }

    /** The same of a label that is there as a PDF. */
    public static byte[] label(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage label = new PDFRenderer(document).renderImageWithDPI(0, 200);
            BufferedImage photo = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = photo.createGraphics();
            pen.setColor(Color.GRAY);
            pen.fillRect(0, 0, 1200, 900);
            pen.rotate(0.12, 600, 450);
            pen.drawImage(label, 330, 340, null);
            pen.dispose();
            return written(photo, "jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    private static byte[] written(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
