package io.opsflow.design;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.kernel.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A button by which one file is sent: on a phone, a picture from its camera. What refuses it says so below. */
public final class FilePick extends Composite<Div> {

    private final FileReception reception;
    private final Runnable done;
    private final Upload upload;
    private final Div refusal = new Div();

    /**
     * @param label   what the button says
     * @param largest how many bytes a file may have
     * @param done    called when a file has been taken
     */
    public FilePick(Texts texts, String label, int largest, FileReception.Taker taker, Runnable done) {
        this.reception = new FileReception(texts, taker);
        this.done = done;
        upload = new Upload(reception);
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

    private void finished() {
        upload.clearFileList();
        Optional<String> refused = reception.refusal();
        refuse(refused.orElse(null));
        if (refused.isEmpty()) {
            done.run();
        }
    }

    private void refuse(@Nullable String sentence) {
        refusal.setText(sentence == null ? "" : sentence);
        refusal.setVisible(sentence != null);
    }
}
