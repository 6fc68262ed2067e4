package io.opsflow.assets.files;

import io.opsflow.assets.TableFiles;
import io.opsflow.kernel.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads comma separated values as RFC 4180 says, also with semicolons or tabs, quoted cells over several lines, any line end. */
final class CsvReader {

    private static final int CELL = 32_767;
    private static final int CELLS = 300;

    private final BufferedReader in;
    private final char separator;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;

    CsvReader(Reader in) throws IOException {
        this.in = new BufferedReader(in, 1 << 16);
        this.separator = separator();
    }

    /** The one that occurs most in the first line, outside quotes. */
    private char separator() throws IOException {
        in.mark(1 << 16);
        int[] found = new int[128];
        boolean quoted = false;
        for (int i = 0, c = in.read(); i < (1 << 16) - 1 && c >= 0 && (quoted || (c != '\n' && c != '\r')); i++) {
            quoted ^= c == '"';
            if (!quoted && c < 128) {
                found[c]++;
            }
            c = in.read();
        }
        in.reset();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = found[candidate] > found[best] ? candidate : best;
        }
        return best;
    }

    void read(Consumer<TableFiles.Line> each) throws IOException {
        int start = line;
        boolean quoted = false;
        boolean any = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (quoted) {
                quoted = inQuotes(c);
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
                any = true;
            } else if (c == separator) {
                endCell();
                any = true;
            } else if (c == '\n' || c == '\r') {
                skipLineFeed(c);
                line++;
                endLine(each, start, any);
                start = line;
                any = false;
            } else {
                append((char) c);
                any = true;
            }
        }
        if (quoted) {
            throw new InvalidInput("file", "csv-quote-open", start);
        }
        endLine(each, start, any);
    }

    /** Whether the quotes are still open. */
    private boolean inQuotes(int c) throws IOException {
        if (c != '"') {
            line += c == '\n' ? 1 : 0;
            append((char) c);
            return true;
        }
        in.mark(1);
        if (in.read() == '"') {
            append('"');
            return true;
        }
        in.reset();
        return false;
    }

    private void skipLineFeed(int c) throws IOException {
        if (c == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
    }

    private void append(char c) {
        if (cell.length() >= CELL) {
            throw new InvalidInput("file", "cell-too-long", line);
        }
        cell.append(c);
    }

    private void endCell() {
        if (cells.size() >= CELLS) {
            throw new InvalidInput("file", "too-many-columns", CELLS);
        }
        cells.add(cell.toString());
        cell.setLength(0);
    }

    private void endLine(Consumer<TableFiles.Line> each, int start, boolean any) {
        if (any) {
            endCell();
            each.accept(new TableFiles.Line(start, List.copyOf(cells)));
        }
        cells.clear();
        cell.setLength(0);
    }
}
