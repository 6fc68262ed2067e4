package io.opsflow.assets.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.opsflow.assets.LabelPaper;
import io.opsflow.assets.PaperWork.Label;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Labels: the QR code at the left, what people read at the right. */
final class LabelSheets {

    private static final float MARGIN = 3.5f;
    private static final float GAP = 3;

    private LabelSheets() {}

    static byte[] of(List<Label> labels, LabelPaper paper) {
        int each = paper.columns() * paper.rows();
        return Sheet.of(labels.get(0).name(), (document, typeface) -> {
            for (int first = 0; first < labels.size(); first += each) {
                page(document, typeface, paper, labels.subList(first, Math.min(first + each, labels.size())));
            }
        });
    }

    private static void page(PDDocument document, Typeface typeface, LabelPaper paper, List<Label> labels)
            throws IOException {
        float width = paper.width() / paper.columns();
        float height = paper.height() / paper.rows();
        try (Page page = new Page(document, typeface, paper.width(), paper.height())) {
            for (int i = 0; i < labels.size(); i++) {
                int column = i % paper.columns();
                int row = i / paper.columns();
                label(page, labels.get(i), column * width, row * height, width, height);
            }
        }
    }

    private static void label(Page page, Label label, float x, float y, float width, float height) throws IOException {
        float side = Math.min(height - 2 * MARGIN, width / 2.6f);
        float top = y + (height - side) / 2;
        code(page, label.address(), x + MARGIN, top, side);
        float left = x + MARGIN + side + GAP;
        float room = width - MARGIN - side - GAP - 2;
        float size = page.fitting(label.name(), 13, 6, room);
        page.text(left, top + 6, label.name(), size, Color.BLACK, room);
        if (label.kind() != null) {
            page.text(left, top + 12, label.kind(), 7, Color.BLACK, room);
        }
        if (label.place() != null) {
            page.text(left, top + 17, label.place(), page.fitting(label.place(), 7, 5, room), Color.BLACK, room);
        }
    }

    private static void code(Page page, String address, float x, float y, float side) throws IOException {
        BitMatrix code = matrix(address);
        float dot = side / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    page.square(x + column * dot, y + row * dot, dot);
                }
            }
        }
        page.filled(Color.BLACK);
    }

    private static BitMatrix matrix(String address) {
        try {
            return new QRCodeWriter()
                    .encode(
                            address,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
        } catch (WriterException e) {
            throw new IllegalStateException("no asset number is that long: " + address, e);
        }
    }
}
