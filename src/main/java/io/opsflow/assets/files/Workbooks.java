package io.opsflow.assets.files;

import io.opsflow.assets.TableFiles;
import io.opsflow.kernel.InvalidInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an Excel workbook, after a look at how far it inflates. */
final class Workbooks {

    private static final long INFLATED = 200L << 20;
    /** What is held as a whole: the texts that cells share, formats, the list of sheets. */
    private static final long HELD = 24L << 20;

    /** A row is held as a whole as well. */
    private static final int ROW = 4 << 20;

    private static final int PARTS = 1_000;

    private static final int BEGINNING = 1 << 16;
    private static final Pattern FROM_1904 = Pattern.compile("date1904\\s*=\\s*[\"'](?:1|true)[\"']");
    private static final int CELLS = 300;
    private static final int CELL = 32_767;

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
        demandReasonable(file);
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

    private static InvalidInput unreadable(Exception cause) {
        InvalidInput unreadable = new InvalidInput("file", "workbook-broken");
        unreadable.initCause(cause);
        return unreadable;
    }

    /** A small file may hold gigabytes of nothing, and a part that is held as a whole may not fill the memory. */
    private static void demandReasonable(Path file) throws IOException {
        long inflated = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > PARTS) {
                throw bomb(INFLATED);
            }
            for (ZipEntry part : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(part)) {
                    inflated += inflated(in, part.getName().startsWith("xl/worksheets/"), INFLATED - inflated);
                }
            }
            demandUsualDays(zip);
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw unreadable(broken);
        }
    }

    /** As spreadsheets of old Macs do; the library does not see it where it is written as a 1. */
    private static void demandUsualDays(ZipFile zip) throws IOException {
        ZipEntry book = zip.getEntry("xl/workbook.xml");
        if (book != null) {
            try (InputStream in = zip.getInputStream(book)) {
                String beginning = new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8);
                if (FROM_1904.matcher(beginning).find()) {
                    throw new InvalidInput("file", "workbook-of-1904");
                }
            }
        }
    }

    private static long inflated(InputStream in, boolean sheet, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        RowLengths rows = new RowLengths(ROW);
        long inflated = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            inflated += read;
            if (inflated > most) {
                throw bomb(INFLATED);
            }
            if (!sheet && inflated > HELD) {
                throw bomb(HELD);
            }
            if (sheet && !rows.areShort(buffer, read)) {
                throw new InvalidInput("file", "row-too-long", ROW >> 20);
            }
        }
        return inflated;
    }

    private static InvalidInput bomb(long most) {
        return new InvalidInput("file", "workbook-bomb", most >> 20);
    }

    /** Whether a new row begins often enough in a sheet's text. */
    private static final class RowLengths {

        private static final byte[] BEGINNING = {'<', 'r', 'o', 'w'};

        private final int most;
        private int since;
        private int matched;

        RowLengths(int most) {
            this.most = most;
        }

        boolean areShort(byte[] text, int length) {
            for (int i = 0; i < length; i++) {
                matched = text[i] == BEGINNING[matched] ? matched + 1 : text[i] == BEGINNING[0] ? 1 : 0;
                since = matched == BEGINNING.length ? 0 : since + 1;
                matched = matched == BEGINNING.length ? 0 : matched;
                if (since > most) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            String text = text(row.getCell(i));
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

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return switch (cell.getType()) {
            case FORMULA -> TableFiles.FORMULA + cell.getFormula();
            case ERROR -> TableFiles.BROKEN + cell.getRawValue();
            case NUMBER -> number(cell.asNumber());
            case BOOLEAN -> String.valueOf(cell.asBoolean());
            default -> String.valueOf(cell.getText());
        };
    }

    /** Spreadsheets keep numbers as fractions of two: what they mean has fifteen digits at most. */
    private static String number(BigDecimal raw) {
        BigDecimal meant = raw.round(new MathContext(15)).stripTrailingZeros();
        return meant.toPlainString();
    }
}
