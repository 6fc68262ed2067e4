package io.opsflow.assets;

import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A file that is being read: its heading, and the rows that are not taken yet. */
final class FileReading {

    private static final int TOGETHER = 200;
    private static final int ROWS = 100_000;

    /** So much text waits at most, however long the cells are. */
    private static final int CHARACTERS = 1 << 20;

    private final List<FileColumn> columns;
    private final RowImport target;
    private final Texts texts;
    private final IntConsumer progress;
    private final List<RowImport.Row> waiting = new ArrayList<>();
    private @Nullable List<@Nullable FileColumn> heading;
    private int rows;
    private int characters;

    /** Rows go to the target, some at a time; then the progress is told how many have been read. */
    FileReading(List<FileColumn> columns, RowImport target, Texts texts, IntConsumer progress) {
        this.columns = columns;
        this.target = target;
        this.texts = texts;
        this.progress = progress;
    }

    int rows() {
        return rows;
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
        characters += line.cells().stream().mapToInt(String::length).sum();
        if (waiting.size() >= TOGETHER || characters > CHARACTERS) {
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
        progress.accept(rows);
        waiting.clear();
        characters = 0;
    }

    void end() {
        if (heading == null) {
            throw new InvalidInput("file", "file-empty");
        }
        take();
    }
}
