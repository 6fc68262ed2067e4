package io.opsflow.assets.files;

import io.opsflow.assets.TableFiles;
import io.opsflow.kernel.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an Excel workbook, after a look at what would fill the memory. */
final class Workbooks {

    static final int CELL = 32_767;
    /** Zeros before and after what a number of a spreadsheet means are at most about 330. */
    static final int DIGITS = 400;

    private static final int CELLS = 300;

    private Workbooks() {}

    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(8);
            if (first.length == 8 && ReadableWorkbook.isOLE2Header(first)) {
                throw new InvalidInput("file", "old-workbook");
            }
            return first.length >= 4 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4;
        }
    }

    static void read(Path file, Consumer<TableFiles.Line> each) throws IOException {
        WorkbookCheck.demandReasonable(file);
        try (ReadableWorkbook book = opened(file);
                Stream<Row> rows = sheet(book)) {
            Iterator<Row> next = rows.iterator();
            for (Row row = next(next); row != null; row = next(next)) {
                each.accept(new TableFiles.Line(row.getRowNum(), cells(row)));
            }
        }
    }

    private static ReadableWorkbook opened(Path file) {
        try {
            return new ReadableWorkbook(file.toFile());
        } catch (RuntimeException | IOException broken) {
            throw unreadable(broken);
        }
    }

    private static Stream<Row> sheet(ReadableWorkbook book) {
        try {
            return book.getFirstSheet().openStream();
        } catch (RuntimeException | IOException broken) {
            throw unreadable(broken);
        }
    }

    /** The library says in many ways that it cannot read on. */
    private static @Nullable Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException broken) {
            throw unreadable(broken);
        }
    }

    static InvalidInput unreadable(@Nullable Exception cause) {
        InvalidInput unreadable = new InvalidInput("file", "workbook-broken");
        unreadable.initCause(cause);
        return unreadable;
    }

    static InvalidInput noNumber(int row) {
        return new InvalidInput("file", "number-too-large", row);
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            String text = text(row.getCell(i), row.getRowNum());
            if (text.length() > CELL) {
                throw new InvalidInput("file", "cell-too-long", row.getRowNum());
            }
            // Cells that are only painted are none.
            if (!text.isBlank()) {
                if (i >= CELLS) {
                    throw new InvalidInput("file", "too-many-columns", CELLS);
                }
                while (cells.size() < i) {
                    cells.add("");
                }
                cells.add(text);
            }
        }
        return cells;
    }

    private static String text(@Nullable Cell cell, int row) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case FORMULA -> TableFiles.FORMULA + cell.getFormula();
            case ERROR -> TableFiles.BROKEN + cell.getRawValue();
            case NUMBER -> number(cell.asNumber(), row);
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            default -> String.valueOf(cell.getText());
        };
    }

    /** Spreadsheets keep numbers as fractions of two: what they mean has fifteen digits at most. */
    private static String number(BigDecimal raw, int row) {
        if (Math.abs((long) raw.scale()) > DIGITS || raw.precision() > DIGITS) {
            throw noNumber(row);
        }
        BigDecimal meant = raw.round(new MathContext(15)).stripTrailingZeros();
        return meant.toPlainString();
    }
}
