package io.opsflow.assets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import io.opsflow.longwork.Progress;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Assets from files and in files, as people keep them in spreadsheets. What is written can be read again. */
@Service
public class AssetFiles {

    private final TableFiles files;
    private final Imports imports;
    private final Rooms rooms;
    private final Racks racks;
    private final Servers servers;
    private final CustomFields customFields;
    private final TransactionTemplate transaction;
    private final Texts texts;

    AssetFiles(
            TableFiles files,
            Imports imports,
            Rooms rooms,
            Racks racks,
            Servers servers,
            CustomFields customFields,
            TransactionTemplate transaction,
            Texts texts) {
        this.files = files;
        this.imports = imports;
        this.rooms = rooms;
        this.racks = racks;
        this.servers = servers;
        this.customFields = customFields;
        this.transaction = transaction;
        this.texts = texts;
    }

    /**
     * Records and changes what a file tells, all in one transaction, or only says what would come of it. Objects are found
     * by code, name in their room, asset number or serial; columns that the file lacks leave fields as they are.
     *
     * @throws InvalidInput the file is none, too large, or its columns are unknown
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Audited("asset.import")
    public ImportResult read(ImportOrder order, InputStream body) {
        Path file = Uploads.keep(body);
        try {
            return carryOut(order, file, Progress.NONE, result -> "");
        } finally {
            Uploads.delete(file);
        }
    }

    /**
     * The same with a file that has been kept, while somebody looks on.
     *
     * @param progress is told how many rows of how many are read, and the end
     * @param words    how the end is told
     * @throws InvalidInput the file is none, or its columns are unknown
     */
    @PreAuthorize("hasAuthority('assets.manage')")
    @Audited("asset.import")
    public ImportResult read(ImportOrder order, Path file, Progress progress, Function<ImportResult, String> words) {
        return carryOut(order, file, progress, words);
    }

    private ImportResult carryOut(
            ImportOrder order, Path file, Progress progress, Function<ImportResult, String> words) {
        return Objects.requireNonNull(transaction.execute(status -> {
            ImportResult result = result(order, file, progress);
            if (order.dryRun() || (!order.skipBad() && !result.errors().isEmpty())) {
                status.setRollbackOnly();
                AuditTrail.nothing();
            } else {
                AuditTrail.fact("kind", null, order.kind().plural());
                AuditTrail.fact("created", null, result.created());
                AuditTrail.fact("updated", null, result.updated());
                AuditTrail.done();
                progress.done(words.apply(result));
            }
            return result;
        }));
    }

    private ImportResult result(ImportOrder order, Path file, Progress progress) {
        int rows = read(order, file, imports.holder(order), read -> {});
        progress.at(0, rows);
        RowImport target = imports.of(order);
        read(order, file, target, read -> progress.at(read, rows));
        ImportResult result = target.result();
        return order.skipBad() || !target.isRefused()
                ? result
                : new ImportResult(result.rows(), 0, 0, result.refused(), result.errors());
    }

    private int read(ImportOrder order, Path file, RowImport target, IntConsumer told) {
        FileReading reading = new FileReading(columns(order.kind()), target, texts, told);
        files.read(file, order.charset(), reading::line);
        reading.end();
        return reading.rows();
    }

    /** Writes what a filter lets through. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public byte[] write(AssetKind kind, TableFiles.Format format, AssetFilter filter) {
        List<FileColumn> columns = columns(kind);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (TableFiles.Sheet sheet =
                files.write(format, to, columns.stream().map(FileColumn::name).toList())) {
            switch (kind) {
                case ROOM ->
                    each(paging -> rooms.find(filter, paging), room -> sheet.row(cells(columns, imports.fields(room))));
                case RACK ->
                    each(paging -> racks.find(filter, paging), rack -> sheet.row(cells(columns, imports.fields(rack))));
                case SERVER ->
                    each(
                            paging -> servers.find(filter, paging),
                            server -> sheet.row(cells(columns, imports.fields(server))));
            }
        }
        return to.toByteArray();
    }

    /** A file with the columns of a kind and no rows, to be filled in. */
    @PreAuthorize("hasAuthority('assets.view')")
    @Transactional(readOnly = true)
    public byte[] template(AssetKind kind, TableFiles.Format format) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        files.write(format, to, columns(kind).stream().map(FileColumn::name).toList())
                .close();
        return to.toByteArray();
    }

    private static <T> void each(Function<Paging, PageOf<T>> pages, Consumer<T> work) {
        String after = null;
        do {
            PageOf<T> page = pages.apply(new Paging(0, Paging.MAX_SIZE, "id,asc", after));
            page.items().forEach(work);
            after = page.next();
        } while (after != null);
    }

    private static List<@Nullable Object> cells(List<FileColumn> columns, Map<String, @Nullable Object> fields) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (FileColumn column : columns) {
            Object value = fields.get(column.name());
            cells.add(
                    value instanceof List<?> list
                            ? String.join(
                                    "; ", list.stream().map(Object::toString).toList())
                            : value);
        }
        return cells;
    }

    private List<FileColumn> columns(AssetKind kind) {
        return FileColumns.of(
                kind,
                kind == AssetKind.SERVER
                        ? customFields.all().stream().map(CustomField::facts).toList()
                        : List.of());
    }
}
