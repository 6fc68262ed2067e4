package io.opsflow.design;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what an upload sends, one file at a time, and knows how it ended when the browser says that all is sent. */
public final class FileReception implements UploadHandler {

    /** Takes the file, in the request that brings it: whatever the page shows, it shows afterwards. */
    public interface Taker {
        void take(String name, InputStream content, Locale language) throws IOException;
    }

    private final Texts texts;
    private final Taker taker;
    private volatile boolean taken;
    private volatile @Nullable String refused;

    public FileReception(Texts texts, Taker taker) {
        this.texts = texts;
        this.taker = taker;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        taken = false;
        refused = null;
        Locale language = Texts.language(event.getUI().getLocale());
        try (InputStream body = event.getInputStream()) {
            taker.take(event.getFileName(), body, language);
            taken = true;
        } catch (RuntimeException reason) {
            if (!(reason instanceof DomainError known)) {
                throw reason;
            }
            refused = texts.of(language, known);
        }
    }

    /** Why the file was not taken, which may be that it has never arrived; empty when it was. */
    public Optional<String> refusal() {
        String reason = refused;
        if (taken) {
            return Optional.empty();
        }
        return Optional.of(reason == null ? I18NProvider.translate("design.file.failed") : reason);
    }
}
