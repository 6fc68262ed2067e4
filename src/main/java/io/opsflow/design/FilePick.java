package io.opsflow.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A button by which one file is sent: on a phone, a picture from its camera. What refuses it says so below. */
public final class FilePick extends Composite<Div> {

    /** Takes the file, in the request that brings it: whatever the page shows, it shows afterwards. */
    public interface Taker {
        void take(String name, InputStream content) throws IOException;
    }

    private final Texts texts;
    private final Taker taker;
    private final Runnable done;
    private final Upload upload;
    private final Div refusal = new Div();
    private volatile @Nullable String refused;

    /**
     * @param label   what the button says
     * @param largest how many bytes a file may have
     * @param done    called when a file has been taken
     */
    public FilePick(Texts texts, String label, int largest, Taker taker, Runnable done) {
        this.texts = texts;
        this.taker = taker;
        this.done = done;
        upload = new Upload((UploadHandler) this::received);
        upload.setMaxFileSize(largest);
        upload.setDropAllowed(false);
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles().setOne(label).setMany(label))
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(I18NProvider.translate("design.file.too-large", largest >> 20))
                        .setIncorrectFileType(I18NProvider.translate("design.file.wrong-type"))));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> finished());
        refusal.addClassName("file-refused");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        getContent().addClassName("file-pick");
        getContent().add(upload, refusal);
    }

    /** Only pictures; a phone opens its camera. */
    public FilePick photo() {
        upload.setAcceptedFileTypes("image/*");
        upload.getElement().setProperty("capture", "environment");
        return this;
    }

    private void received(UploadEvent event) throws IOException {
        refused = null;
        Locale locale = event.getUI().getLocale();
        try (InputStream body = event.getInputStream()) {
            taker.take(event.getFileName(), body);
        } catch (RuntimeException reason) {
            if (!(reason instanceof DomainError known)) {
                throw reason;
            }
            refused = texts.of(Texts.language(locale), known);
        }
    }

    private void finished() {
        upload.clearFileList();
        refuse(refused);
        if (refused == null) {
            done.run();
        }
    }

    private void refuse(@Nullable String sentence) {
        refusal.setText(sentence == null ? "" : sentence);
        refusal.setVisible(sentence != null);
    }
}
