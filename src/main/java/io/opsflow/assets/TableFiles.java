package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tables in files, as people's spreadsheets write and read them: the port that {@code files} implements. */
public interface TableFiles {

    /** What a cell begins with that a spreadsheet computes. Nobody can type it. */
    String FORMULA = "\u0001";

    /** What a cell begins with that a spreadsheet could not compute. Nobody can type it. */
    String BROKEN = "\u0002";

    /** How a table is written. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** Its name on the wire. */
        public String mediaType() {
            return mediaType;
        }
    }

    /** A line of a table: which one, as a spreadsheet counts, and its cells as text. */
    record Line(int number, List<String> cells) {}

    /**
     * Reads a file line by line; it is never held as a whole.
     *
     * @param charset what a CSV is written in; null when nobody says: then it is found out
     * @throws InvalidInput it is none of the two, broken, or inflates beyond reason
     */
    void read(Path file, @Nullable Charset charset, Consumer<Line> each);

    /** Begins a file; cells are texts, numbers or days. */
    Sheet write(Format format, OutputStream to, List<String> header);

    /** A file that is being written. */
    interface Sheet extends AutoCloseable {

        void row(List<? extends @Nullable Object> cells);

        @Override
        void close();
    }
}
