package io.opsflow.assets.files;

import io.opsflow.assets.TableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and writes tables as CSV and as Excel workbooks. */
@Component
class SpreadsheetFiles implements TableFiles {

    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String RISKY = "=+-@\t\r";

    @Override
    public void read(Path file, @Nullable Charset charset, Consumer<Line> each) {
        try {
            if (Workbooks.isOne(file)) {
                Workbooks.read(file, line -> each.accept(line));
                return;
            }
            try (Reader text = Encodings.open(file, charset)) {
                new CsvReader(text)
                        .read(line -> each.accept(new Line(
                                line.number(),
                                line.cells().stream()
                                        .map(SpreadsheetFiles::unguarded)
                                        .toList())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that a spreadsheet would compute is told apart by an apostrophe. */
    private static String guarded(String text) {
        return !text.isEmpty() && (RISKY.indexOf(text.charAt(0)) >= 0 || isGuarded(text)) ? "'" + text : text;
    }

    private static String unguarded(String text) {
        return text.startsWith("=") ? FORMULA + text : isGuarded(text) ? text.substring(1) : text;
    }

    private static boolean isGuarded(String text) {
        return text.length() > 1
                && text.charAt(0) == '\''
                && (RISKY.indexOf(text.charAt(1)) >= 0 || text.charAt(1) == '\'');
    }

    @Override
    public Sheet write(Format format, OutputStream to, List<String> header) {
        return format == Format.CSV ? csv(to, header) : workbook(to, header);
    }

    private static Sheet csv(OutputStream to, List<String> header) {
        Writer out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        Sheet sheet = new Sheet() {
            @Override
            public void row(List<? extends @Nullable Object> cells) {
                try {
                    out.write(cells.stream().map(SpreadsheetFiles::quoted).collect(Collectors.joining(",")) + "\r\n");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                try {
                    out.flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        try {
            out.write('\uFEFF'); // so that spreadsheets do not take it for GBK
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheet.row(header);
        return sheet;
    }

    private static String quoted(@Nullable Object cell) {
        String text = cell instanceof String words ? guarded(words) : cell == null ? "" : cell.toString();
        return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r' || c == ';')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    private static Sheet workbook(OutputStream to, List<String> header) {
        Workbook book = new Workbook(to, "OpsFlow", "1.0");
        Worksheet sheet = book.newWorksheet("OpsFlow");
        Sheet writing = new Sheet() {
            private int row;

            @Override
            public void row(List<? extends @Nullable Object> cells) {
                for (int column = 0; column < cells.size(); column++) {
                    Object cell = cells.get(column);
                    if (cell instanceof Number number) {
                        sheet.value(row, column, number);
                    } else if (cell instanceof LocalDate day) {
                        sheet.value(row, column, day.toString());
                    } else if (cell != null) {
                        sheet.value(row, column, cell.toString());
                    }
                }
                row++;
            }

            @Override
            public void close() {
                try {
                    book.finish();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        writing.row(header);
        return writing;
    }
}
