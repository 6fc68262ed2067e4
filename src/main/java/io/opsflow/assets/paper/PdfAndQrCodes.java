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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        LuminanceSource picture = new RGBLuminanceSource(width, height, rgb);
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
