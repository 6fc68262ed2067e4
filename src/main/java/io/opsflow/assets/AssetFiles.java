package io.opsflow.assets;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Assets from files and in files, as people keep them in spreadsheets. What is written can be read again. */
@Service
public class AssetFiles {

    private static final long LARGEST = 64L << 20;
    private static final int TOGETHER = 200;
    private static final int ROWS = 100_000;

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
        Path file = kept(body);
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                ImportResult result = read(order, file);
                if (order.dryRun() || (!order.skipBad() && !result.errors().isEmpty())) {
                    status.setRollbackOnly();
                } else {
                    AuditTrail.fact("kind", null, order.kind().plural());
                    AuditTrail.fact("created", null, result.created());
                    AuditTrail.fact("updated", null, result.updated());
                    AuditTrail.done();
                }
                return result;
            }));
        } finally {
            delete(file);
        }
    }

    private ImportResult read(ImportOrder order, Path file) {
        List<FileColumn> columns = columns(order.kind());
        RowImport target = imports.of(order);
        Reading reading = new Reading(columns, target);
        files.read(file, order.charset(), reading::line);
        reading.end();
        ImportResult result = target.result();
        return order.skipBad() || !target.isRefused() ? result : new ImportResult(result.rows(), 0, 0, result.errors());
    }

    /** A file that is being read: its heading, and the rows that are not taken yet. */
    private final class Reading {

        private final List<FileColumn> columns;
        private final RowImport target;
        private final List<RowImport.Row> waiting = new ArrayList<>();
        private @Nullable List<@Nullable FileColumn> heading;
        private int rows;

        Reading(List<FileColumn> columns, RowImport target) {
            this.columns = columns;
            this.target = target;
        }

        void line(TableFiles.Line line) {
            if (line.cells().stream().allMatch(String::isBlank)) {
                return;
            }
            if (heading == null) {
                heading = heading(line.cells());
                return;
            }
            rows++;
            if (rows > ROWS) {
                throw new InvalidInput("file", "too-many-rows", ROWS);
            }
            target.counted();
            row(line, heading);
            if (waiting.size() >= TOGETHER) {
                take();
            }
        }

        private List<@Nullable FileColumn> heading(List<String> cells) {
            List<@Nullable FileColumn> found = new ArrayList<>();
            List<FieldError> errors = new ArrayList<>();
            for (String cell : cells) {
                FileColumn column = columns.stream()
                        .filter(known -> known.isHeadedBy(cell, texts))
                        .findFirst()
                        .orElse(null);
                if (column == null && !cell.isBlank()) {
                    errors.add(new FieldError(
                            "file",
                            "unknown-column",
                            List.of(cell, columns.stream().map(FileColumn::name).toList())));
                } else if (column != null && found.contains(column)) {
                    errors.add(new FieldError("file", "column-twice", List.of(cell)));
                }
                found.add(column);
            }
            if (!errors.isEmpty()) {
                throw new InvalidInput(errors);
            }
            return found;
        }

        private void row(TableFiles.Line line, List<@Nullable FileColumn> heading) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            List<FieldError> errors = new ArrayList<>();
            for (int i = 0; i < heading.size(); i++) {
                FileColumn column = heading.get(i);
                if (column != null) {
                    FileColumn.Cell cell =
                            column.read(i < line.cells().size() ? line.cells().get(i) : "", texts);
                    fields.put(column.name(), cell.value());
                    if (cell.error() != null) {
                        errors.add(cell.error());
                    }
                }
            }
            if (errors.isEmpty()) {
                waiting.add(new RowImport.Row(line.number(), fields));
            } else {
                target.refuse(line.number(), errors);
            }
        }

        private void take() {
            target.take(List.copyOf(waiting));
            waiting.clear();
        }

        void end() {
            if (heading == null) {
                throw new InvalidInput("file", "file-empty");
            }
            take();
        }
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

    /** What was sent, on the disk: nobody's upload holds a connection of the database, or the memory. */
    private static Path kept(InputStream body) {
        try {
            Path file = Files.createTempFile("opsflow-import", ".tmp");
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    size += read;
                    if (size > LARGEST) {
                        throw new InvalidInput("file", "file-too-large", LARGEST >> 20);
                    }
                    out.write(buffer, 0, read);
                }
                return file;
            } catch (IOException | RuntimeException e) {
                delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
