package io.opsflow.assets.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Makes one PDF, and hands it over as bytes. */
final class Sheet {

    /** Draws into the document. */
    interface Work {
        void on(PDDocument document, Typeface typeface) throws IOException;
    }

    private Sheet() {}

    static byte[] of(String title, Work work) {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(title);
            about.setCreator("OpsFlow");
            document.setDocumentInformation(about);
            work.on(document, new Typeface(document));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
