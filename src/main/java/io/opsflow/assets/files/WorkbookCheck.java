package io.opsflow.assets.files;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.opsflow.kernel.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the parts of a workbook that will be read before anything of them is held: a small file may hold gigabytes
 * of nothing. It unpacks and parses with what the reading library does it with, so that both see the same.
 */
final class WorkbookCheck {

    private static final long INFLATED = 200L << 20;
    /** What is held as a whole: the texts that cells share, formulas, the list of sheets. */
    private static final long HELD = 24L << 20;

    /** A row is held as a whole as well. */
    private static final long ROW = 4L << 20;
    /** Between two marks: longer texts and tags fit into no cell. */
    private static final long TOKEN = 1L << 18;

    private static final int PARTS = 1_000;
    private static final int NAMED = 'P' << 24 | 'K' << 16 | 1 << 8 | 2;
    private static final int ELEMENTS = 100_000;
    private static final int TEXTS = 500_000;
    private static final int DEPTH = 100;
    private static final int NAMES = 1_000;

    private static final int COLUMNS = 16_384;
    private static final int FORMULA = 8_192;
    /** A formula that cells share grows where it is repeated: A1 may become XFD1048576. */
    private static final int GROWTH = 5;

    /** The library takes the square of its length in time to repeat a formula. */
    private static final long TIME = 100_000_000_000L;

    private static final String TYPES = "[Content_Types].xml";
    private static final Set<String> BOOKS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml");
    private static final String SHARED =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml";

    private static final XMLInputFactory XML = new InputFactoryImpl();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final ZipFile zip;
    private final NavigableMap<String, ZipArchiveEntry> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private long inflated;

    private WorkbookCheck(ZipFile zip) {
        this.zip = zip;
        for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
            // Which of two would be read is nothing to rely on.
            demand(parts.put(part.getName(), part) == null);
        }
    }

    static void demandReasonable(Path file) throws IOException {
        try {
            if (partsNamed(file) > PARTS) {
                throw bomb(INFLATED);
            }
            try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
                new WorkbookCheck(zip).check();
            }
        } catch (UncheckedStreamException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | IOException
                | XMLStreamException broken) {
            throw Workbooks.unreadable(broken);
        }
    }

    /** Counted in the bytes, since opening it makes objects of all that it names. */
    private static int partsNamed(Path file) throws IOException {
        int named = 0;
        int last = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    last = last << 8 | buffer[i] & 0xFF;
                    named += last == NAMED ? 1 : 0;
                }
            }
        }
        return named;
    }

    private void check() throws IOException, XMLStreamException {
        Types types = new Types();
        look(TYPES, HELD, types);
        String name = types.book == null ? "/xl/workbook.xml" : types.book;
        Book book = new Book();
        look(name, HELD, book);
        int file = name.lastIndexOf('/') + 1;
        String relations = name.substring(0, file) + "_rels/" + name.substring(file) + ".rels";
        Relations sheet = new Relations(book.sheet, relations.substring(0, relations.indexOf("_rel")));
        look(relations, HELD, sheet);
        Texts texts = new Texts();
        if (types.shared != null && parts.containsKey(path(types.shared))) {
            look(types.shared, HELD, texts);
        }
        demand(sheet.target != null);
        look(String.valueOf(sheet.target), INFLATED, new Sheet(texts.count));
    }

    private static String path(String name) {
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private void look(String name, long most, Part part) throws IOException, XMLStreamException {
        ZipArchiveEntry entry = parts.get(path(name));
        if (entry == null || (entry.getMethod() != ZipEntry.DEFLATED && entry.getMethod() != ZipEntry.STORED)) {
            throw Workbooks.unreadable(null);
        }
        try (Measured in = new Measured(zip.getInputStream(entry), most)) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            Set<String> names = new HashSet<>();
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        demand(++depth <= DEPTH);
                        // The parser holds every name that it ever saw.
                        names.add(xml.getLocalName());
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            names.add(xml.getAttributeLocalName(i));
                        }
                        for (int i = 0; i < xml.getNamespaceCount(); i++) {
                            names.add("xmlns:" + xml.getNamespacePrefix(i));
                        }
                        part.begins(xml.getLocalName(), xml, depth);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        part.ends(xml.getLocalName());
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        part.text(xml);
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> names.add("?" + xml.getPITarget());
                    default -> demand(event != XMLStreamConstants.DTD && event != XMLStreamConstants.ENTITY_REFERENCE);
                }
                demand(names.size() <= NAMES);
                in.isPast(part);
            }
        }
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        String found = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                demand(found == null);
                found = xml.getAttributeValue(i);
            }
        }
        return found;
    }

    private static void demand(boolean usual) {
        if (!usual) {
            throw Workbooks.unreadable(null);
        }
    }

    private static InvalidInput bomb(long most) {
        return new InvalidInput("file", "workbook-bomb", most >> 20);
    }

    private interface Part {

        void begins(String name, XMLStreamReader xml, int depth);

        default void text(XMLStreamReader xml) {}

        default void ends(String name) {}

        default boolean isInRow() {
            return false;
        }
    }

    /** Which parts are what. */
    private static final class Types implements Part {

        private @Nullable String book;
        private @Nullable String shared;
        private int elements;

        @Override
        public void begins(String name, XMLStreamReader xml, int depth) {
            demand(++elements <= ELEMENTS);
            String type = name.equals("Override") ? attribute(xml, "ContentType") : null;
            if (type != null && BOOKS.contains(type)) {
                demand(book == null);
                book = attribute(xml, "PartName");
            } else if (SHARED.equals(type)) {
                demand(shared == null);
                shared = attribute(xml, "PartName");
            }
        }
    }

    /** Which sheet is the first. */
    private static final class Book implements Part {

        private @Nullable String sheet;
        private boolean seen;
        private boolean inside;
        private int elements;

        @Override
        public void begins(String name, XMLStreamReader xml, int depth) {
            demand(++elements <= ELEMENTS);
            if (name.equals("sheets")) {
                demand(depth == 2 && !seen);
                seen = true;
                inside = true;
            } else if (name.equals("sheet")) {
                demand(depth == 3 && inside);
                String id = attribute(xml, "id");
                demand(id != null);
                sheet = sheet == null ? id : sheet;
            } else if (name.equals("workbookPr")) {
                String from1904 = attribute(xml, "date1904");
                // As spreadsheets of old Macs do; the library does not see it where it is written as a 1.
                if ("1".equals(from1904) || "true".equals(from1904)) {
                    throw new InvalidInput("file", "workbook-of-1904");
                }
            }
        }

        @Override
        public void ends(String name) {
            inside &= !name.equals("sheets");
        }
    }

    /** Where the first sheet is. */
    private static final class Relations implements Part {

        private final @Nullable String sheet;
        private final String folder;
        private @Nullable String target;
        private int elements;

        Relations(@Nullable String sheet, String folder) {
            this.sheet = sheet;
            this.folder = folder;
        }

        @Override
        public void begins(String name, XMLStreamReader xml, int depth) {
            demand(++elements <= ELEMENTS);
            String id = name.equals("Relationship") ? attribute(xml, "Id") : null;
            if (id != null && id.equals(sheet)) {
                demand(target == null);
                String to = String.valueOf(attribute(xml, "Target"));
                target = to.startsWith("/") ? to : folder + to;
            }
        }
    }

    /** The texts that cells share. */
    private static final class Texts implements Part {

        private int count;

        @Override
        public void begins(String name, XMLStreamReader xml, int depth) {
            if (name.equals("si") && ++count > TEXTS) {
                throw new InvalidInput("file", "too-many-texts", TEXTS);
            }
        }
    }

    private static final class Sheet implements Part {

        private final int texts;
        private final StringBuilder text = new StringBuilder();
        private int row;
        private boolean inRow;
        private int cells;
        private boolean inCell;
        private String type = "";
        private boolean inValue;
        private boolean inFormula;
        private boolean shared;
        private boolean repeated;
        private int longest;
        private long formulas;
        private long repeats;
        private long time;

        Sheet(int texts) {
            this.texts = texts;
        }

        @Override
        public boolean isInRow() {
            return inRow;
        }

        @Override
        public void begins(String name, XMLStreamReader xml, int depth) {
            demand(!inValue && !inFormula);
            switch (name) {
                case "row" -> beginRow(xml);
                case "c" -> {
                    if (inRow) {
                        beginCell(xml);
                    }
                }
                case "v" -> inValue = inCell;
                case "f" -> {
                    inFormula = inCell;
                    String kind = attribute(xml, "t");
                    repeated = attribute(xml, "ref") != null && ("shared".equals(kind) || "array".equals(kind));
                    shared = "shared".equals(kind);
                }
                default -> {}
            }
            text.setLength(0);
        }

        private void beginRow(XMLStreamReader xml) {
            demand(!inRow);
            inRow = true;
            cells = 0;
            repeats = 0;
            String number = attribute(xml, "r");
            row = number == null ? row + 1 : Integer.parseInt(number);
        }

        private void beginCell(XMLStreamReader xml) {
            demand(!inCell);
            inCell = true;
            String given = attribute(xml, "t");
            type = given == null ? "n" : given;
            String place = attribute(xml, "r");
            if (++cells > COLUMNS || (place != null && column(place) > COLUMNS)) {
                throw new InvalidInput("file", "too-many-columns", COLUMNS);
            }
        }

        private static int column(String place) {
            int column = 0;
            int at = place.startsWith("$") ? 1 : 0;
            for (; at < place.length() && Character.isLetter(place.charAt(at)); at++) {
                int letter = place.charAt(at) & ~0x20;
                demand(letter >= 'A' && letter <= 'Z');
                column = Math.min(column * 26 + letter - 'A' + 1, COLUMNS + 1);
            }
            demand(column > 0);
            return column;
        }

        @Override
        public void text(XMLStreamReader xml) {
            if (inFormula || inValue) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                if (inFormula && text.length() > FORMULA) {
                    throw new InvalidInput("file", "formula-too-long", row, FORMULA);
                }
                if (inValue && type.equals("n") && text.length() > Workbooks.DIGITS) {
                    throw Workbooks.noNumber(row);
                }
                if (text.length() > Workbooks.CELL) {
                    throw new InvalidInput("file", "cell-too-long", row);
                }
            }
        }

        @Override
        public void ends(String name) {
            if (inFormula) {
                endFormula();
            } else if (inValue) {
                // The library would make up all texts between the last that there is and this.
                demand(!type.equals("s") || text.isEmpty() || Integer.parseInt(text.toString()) < texts);
            }
            inFormula = false;
            inValue = false;
            inCell &= !name.equals("c");
            inRow &= !name.equals("row");
        }

        private void endFormula() {
            if (repeated) {
                formulas += text.length() + 200;
                longest = Math.max(longest, text.length());
                if (formulas > HELD) {
                    throw bomb(HELD);
                }
            } else if (shared) {
                repeats += (long) GROWTH * longest;
                if (repeats > ROW) {
                    throw rowTooLong();
                }
                time += (long) longest * longest;
                if (time > TIME) {
                    throw bomb(INFLATED);
                }
            }
        }
    }

    private static InvalidInput rowTooLong() {
        return new InvalidInput("file", "row-too-long", ROW >> 20);
    }

    private final class Measured extends InputStream {

        private final InputStream in;
        private final long most;
        private long count;
        private long token;
        private long row;
        private boolean inRow;

        Measured(InputStream in, long most) {
            this.in = in;
            this.most = most;
        }

        void isPast(Part part) {
            token = count;
            inRow = part.isInRow();
            row = inRow ? row : count;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = in.read(to, from, length);
            count += Math.max(0, read);
            inflated += Math.max(0, read);
            if (count > most || inflated > INFLATED) {
                throw bomb(Math.min(most, INFLATED));
            }
            if (inRow && count - row > ROW) {
                throw rowTooLong();
            }
            demand(count - token <= TOKEN);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
