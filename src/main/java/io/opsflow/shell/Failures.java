package io.opsflow.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Fault;
import io.opsflow.kernel.Texts;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.Unavailable;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * The screens' translator of errors: every error that a click or a page runs into becomes a sentence in the reader's
 * language. What nobody foresaw is logged, and the reader gets the id to find it by.
 */
@Component
class Failures implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** What kind of failure it is, and what the reader is told. */
    record Failure(int status, String title, String sentence) {}

    private final Texts texts;

    Failures(Texts texts) {
        this.texts = texts;
    }

    /** A click failed: a toast says why, and the page stays. */
    @Override
    public void error(ErrorEvent event) {
        Failure failure = explain(event.getThrowable(), Formats.locale());
        if (UI.getCurrent() != null) {
            Notice.failed(failure.sentence());
        }
    }

    /** What the reader is told of an error; logged if it was not foreseen. */
    Failure explain(Throwable thrown, Locale locale) {
        Optional<DomainError> known = cause(thrown, DomainError.class);
        if (known.isPresent() && !(known.get() instanceof Unavailable)) {
            return new Failure(
                    known.get().status(),
                    texts.get(locale, known.get().status() == 404 ? "shell.missing.title" : "shell.refused.title"),
                    texts.of(locale, known.get()));
        }
        if (cause(thrown, AccessDeniedException.class).isPresent()) {
            return new Failure(403, texts.get(locale, "shell.denied.title"), texts.get(locale, "shell.denied.action"));
        }
        Optional<TooManyAttempts> braked = cause(thrown, TooManyAttempts.class);
        if (braked.isPresent()) {
            return new Failure(
                    429,
                    texts.get(locale, "shell.refused.title"),
                    texts.get(
                            locale,
                            "error." + TooManyAttempts.CODE,
                            braked.get().minutes()));
        }
        if (cause(thrown, AuthenticationException.class).isPresent()) {
            return new Failure(401, texts.get(locale, "shell.expired.title"), texts.get(locale, "shell.expired.text"));
        }
        if (Fault.isConflict(thrown)) {
            LOG.info("Changed meanwhile: {}", root(thrown).toString());
            return new Failure(
                    409, texts.get(locale, "shell.refused.title"), texts.get(locale, "error.changed-meanwhile"));
        }
        if (Fault.isDatabaseAway(thrown)) {
            LOG.warn("The database does not answer: {}", root(thrown).toString());
            return new Failure(
                    503, texts.get(locale, "shell.database.title"), texts.get(locale, "shell.database.text"));
        }
        if (known.isPresent()) {
            LOG.warn("Not available: {}", known.get().getMessage());
            return new Failure(503, texts.get(locale, "shell.away.title"), texts.of(locale, known.get()));
        }
        String trace = trace();
        LOG.error("Unforeseen error, trace {}", trace, thrown);
        return new Failure(
                500, texts.get(locale, "shell.internal.title"), texts.get(locale, "shell.internal.text", trace));
    }

    private static String trace() {
        String trace = MDC.get("traceId");
        if (trace != null && !trace.isEmpty()) {
            return trace;
        }
        byte[] bytes = new byte[8];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 30; depth++) {
            root = root.getCause();
        }
        return root;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        @Nullable Throwable candidate = thrown;
        for (int depth = 0; candidate != null && depth < 30; depth++) {
            if (type.isInstance(candidate)) {
                return Optional.of(type.cast(candidate));
            }
            candidate = candidate.getCause();
        }
        return Optional.empty();
    }
}
