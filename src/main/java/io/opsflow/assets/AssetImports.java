package io.opsflow.assets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Texts;
import io.opsflow.longwork.LongWork;
import io.opsflow.longwork.LongWorks;
import io.opsflow.longwork.Progress;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports that nobody waits for: one leaves the page and finds them again. A file that was tried is kept, so that it can be
 * imported as it was tried.
 */
@Service
public class AssetImports {

    private static final String KIND = "assets.import";

    private final AssetFiles files;
    private final TableFiles tables;
    private final LongWorks works;
    private final Texts texts;
    private final ObjectMapper json;

    AssetImports(AssetFiles files, TableFiles tables, LongWorks works, Texts texts, ObjectMapper json) {
        this.files = files;
        this.tables = tables;
        this.texts = texts;
        this.works = works;
        this.json = json;
    }

    /** What was asked for, as the work's row keeps it. */
    record Asked(
            String file,
            String path,
            AssetKind kind,
            boolean dryRun,
            boolean skipBad,
            @Nullable String charset,
            String language) {

        ImportOrder order() {
            return new ImportOrder(
                    kind,
                    dryRun,
                    skipBad,
                    charset == null ? null : Charset.forName(charset),
                    Locale.forLanguageTag(language));
        }

        boolean exists() {
            return Files.exists(Path.of(path));
        }
    }

    /**
     * Begins to import a file, or to try what would come of it.
     *
     * @throws InvalidInput  the file is too large
     * @throws ImportGoesOn  one of the caller's imports goes on
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ImportRun begin(ImportOrder order, String file, InputStream body) {
        String name = Names.text(file) == null ? order.kind().plural() : file;
        Asked asked = new Asked(
                name.substring(0, Math.min(name.length(), 200)),
                Uploads.keep(body).toString(),
                order.kind(),
                order.dryRun(),
                order.skipBad(),
                order.charset() == null ? null : order.charset().name(),
                order.language().toLanguageTag());
        ImportRun begun = null;
        try {
            begun = begin(asked);
            return begun;
        } finally {
            if (begun == null) {
                Uploads.delete(Path.of(asked.path()));
            }
        }
    }

    /**
     * Takes the file of an import once more, such as one that was only tried.
     *
     * @throws NotFound     there is no such import
     * @throws InvalidInput the file is not kept any more
     * @throws ImportGoesOn one of the caller's imports goes on
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public ImportRun repeat(String id, boolean dryRun, boolean skipBad, Locale language) {
        Asked before = asked(work(id));
        if (!before.exists()) {
            throw new InvalidInput("file", "file-gone", before.file());
        }
        return begin(new Asked(
                before.file(),
                before.path(),
                before.kind(),
                dryRun,
                skipBad,
                before.charset(),
                language.toLanguageTag()));
    }

    /**
     * How an import fares.
     *
     * @throws NotFound there is none, or it is somebody else's
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(readOnly = true)
    public ImportRun get(String id) {
        return shown(work(id));
    }

    /** The import that the caller has begun last. */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(readOnly = true)
    public Optional<ImportRun> latest() {
        return works.latest(KIND, Actor.current().name()).map(this::shown);
    }

    /**
     * What was wrong with the rows of an import's file, as a CSV.
     *
     * @throws NotFound there is none, or it is somebody else's
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Transactional(readOnly = true)
    public byte[] errors(String id, Locale language) {
        ImportResult result = shown(work(id)).result();
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        List<String> header = Stream.of("row", "field", "message")
                .map(column -> texts.get(language, "assets.import." + column))
                .toList();
        try (TableFiles.Sheet sheet = tables.write(TableFiles.Format.CSV, to, header)) {
            if (result != null) {
                result.errors().forEach(error -> sheet.row(List.of(error.row(), error.field(), error.message())));
            }
        }
        return to.toByteArray();
    }

    private LongWork work(String id) {
        return works.find(id)
                .filter(work -> work.kind().equals(KIND)
                        && work.person().equals(Actor.current().name()))
                .orElseThrow(() -> new NotFound(id));
    }

    /** One after the other: two that begin at once would take each other's file away. */
    private synchronized ImportRun begin(Asked asked) {
        Optional<LongWork> last = works.latest(KIND, Actor.current().name());
        last.filter(LongWork::isRunning).ifPresent(other -> {
            throw new ImportGoesOn(asked(other).file());
        });
        // Nobody asks for the file before this one.
        last.map(this::asked)
                .filter(before -> !before.path().equals(asked.path()))
                .ifPresent(before -> Uploads.delete(Path.of(before.path())));
        return shown(works.begin(
                KIND, written(asked), Locale.forLanguageTag(asked.language()), progress -> carryOut(asked, progress)));
    }

    private String carryOut(Asked asked, Progress progress) {
        Path file = Path.of(asked.path());
        ImportResult result = files.read(asked.order(), file, progress, this::written);
        if (!asked.dryRun() && (asked.skipBad() || result.errors().isEmpty())) {
            Uploads.delete(file);
        }
        return written(result);
    }

    private ImportRun shown(LongWork work) {
        Asked asked = asked(work);
        return new ImportRun(
                work.id(),
                asked.file(),
                asked.kind(),
                asked.dryRun(),
                asked.skipBad(),
                work.phase(),
                work.done(),
                work.total(),
                work.result() == null ? null : read(work.result(), ImportResult.class),
                work.problem(),
                asked.exists(),
                work.begunAt(),
                work.endedAt());
    }

    private Asked asked(LongWork work) {
        return read(work.what(), Asked.class);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // plain values
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // what written() wrote
        }
    }
}
