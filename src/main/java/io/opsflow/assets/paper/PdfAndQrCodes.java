package io.opsflow.assets.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.opsflow.assets.Elevation;
import io.opsflow.assets.LabelPaper;
import io.opsflow.assets.PaperWork;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Draws PDF, and finds QR codes in photographs. */
@Component
class PdfAndQrCodes implements PaperWork {

    private final ElevationSheets elevations;

    PdfAndQrCodes(ElevationSheets elevations) {
        this.elevations = elevations;
    }

    @Override
    public byte[] elevations(List<Elevation> racks, Locale locale) {
        return elevations.of(racks, locale);
    }

    @Override
    public byte[] labels(List<Label> labels, LabelPaper paper) {
        return LabelSheets.of(labels, paper);
    }

    @Override
    public Optional<String> read(int[] rgb, int width, int height) {
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        photo.setRGB(0, 0, width, height, rgb, 0, width);
        return Stream.<UnaryOperator<BufferedImage>>of(seen -> seen, PdfAndQrCodes::smaller, PdfAndQrCodes::turned)
                .map(look -> code(look.apply(photo)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    // One code in a thousand has a pattern that looks like one of its own corners: another look does not see it there.
    private static BufferedImage smaller(BufferedImage photo) {
        AffineTransform half = AffineTransform.getScaleInstance(0.5, 0.5);
        return drawn(photo, half, (photo.getWidth() + 1) / 2, (photo.getHeight() + 1) / 2);
    }

    private static BufferedImage turned(BufferedImage photo) {
        double middleX = photo.getWidth() / 2.0;
        double middleY = photo.getHeight() / 2.0;
        AffineTransform turn = AffineTransform.getRotateInstance(0.4, middleX, middleY);
        return drawn(photo, turn, photo.getWidth(), photo.getHeight());
    }

    private static BufferedImage drawn(BufferedImage photo, AffineTransform how, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(photo, how, null);
        pen.dispose();
        return drawn;
    }

    private static Optional<String> code(BufferedImage photo) {
        int width = photo.getWidth();
        int height = photo.getHeight();
        int[] dots = photo.getRGB(0, 0, width, height, null, 0, width);
        LuminanceSource picture = new RGBLuminanceSource(width, height, dots);
        return decoded(new BinaryBitmap(new HybridBinarizer(picture)))
                .or(() -> decoded(new BinaryBitmap(new GlobalHistogramBinarizer(picture))));
    }

    private static Optional<String> decoded(BinaryBitmap picture) {
        try {
            Result code = new QRCodeReader().decode(picture, Map.of(DecodeHintType.TRY_HARDER, true));
            return Optional.of(code.getText());
        } catch (ReaderException unreadable) {
            return Optional.empty();
        }
    }
}
