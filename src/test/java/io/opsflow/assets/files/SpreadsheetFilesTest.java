package io.opsflow.assets.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opsflow.assets.TableFiles;
import io.opsflow.assets.TableFiles.Format;
import io.opsflow.kernel.InvalidInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetFilesTest {

    private static final List<String> HOSTILE = List.of(
            "=1+1",
            "+86 10",
            "-x",
            "@a",
            "'=1",
            "''a",
            "a,b",
            "a;b",
            "say \"hi\"",
            "two\nlines",
            "戴尔",
            "007",
            "1E5",
            "true");

    @TempDir
    Path folder;

    private final SpreadsheetFiles files = new SpreadsheetFiles();

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatever_is_written_is_read_again(Format format) throws IOException {
        Path file = folder.resolve("out");
        try (OutputStream to = Files.newOutputStream(file);
                TableFiles.Sheet sheet = files.write(format, to, List.of("a", "b", "c"))) {
            HOSTILE.forEach(text -> sheet.row(Arrays.asList(text, 12, null)));
        }

        List<TableFiles.Line> lines = read(file, null);

        assertThat(lines.get(0).cells()).containsExactly("a", "b", "c");
        assertThat(lines.subList(1, lines.size()).stream()
                        .map(line -> line.cells().get(0)))
                .containsExactlyElementsOf(HOSTILE);
        assertThat(lines.get(1).cells().get(1)).isEqualTo("12");
        assertThat(lines.get(lines.size() - 1).number()).isEqualTo(HOSTILE.size() + (format == Format.CSV ? 2 : 1));
    }

    @Test
    void a_spreadsheet_computes_nothing_of_what_we_write() throws IOException {
        Path file = folder.resolve("out.csv");
        try (OutputStream to = Files.newOutputStream(file);
                TableFiles.Sheet sheet = files.write(Format.CSV, to, List.of("a"))) {
            List.of("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)").forEach(text -> sheet.row(List.of(text)));
        }
        assertThat(Files.readAllLines(file).stream().skip(1)).allMatch(line -> line.startsWith("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16LE", "UTF-16BE"})
    void the_encoding_is_found_out(String encoding) throws IOException {
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        Path file = file((mark + "资产编号,厂商\r\nA-1,浪潮\r\n").getBytes(Charset.forName(encoding)));
        assertThat(read(file, null).get(1).cells()).containsExactly("A-1", "浪潮");
        assertThat(read(file, null).get(0).cells().get(0)).isEqualTo("资产编号");
    }

    @Test
    void what_is_not_written_as_it_is_said_to_be_is_refused() throws IOException {
        Path file = file("厂商\n浪潮\n".getBytes(Charset.forName("GBK")));
        assertThat(code(file, StandardCharsets.UTF_8)).isEqualTo("encoding-wrong");
        assertThat(read(file, Charset.forName("GB2312")).get(1).cells()).containsExactly("浪潮");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1;2\n", "a\tb\n1\t2\n", "a,b\r1,2", "\"a\",b\r\n\"1\",2\r\n", "\uFEFFa,b\n1,2\n"})
    void every_usual_kind_of_csv_is_read(String text) throws IOException {
        List<TableFiles.Line> lines = read(file(text.getBytes(StandardCharsets.UTF_8)), null);
        assertThat(lines).extracting(TableFiles.Line::cells).containsExactly(List.of("a", "b"), List.of("1", "2"));
        assertThat(lines).extracting(TableFiles.Line::number).containsExactly(1, 2);
    }

    @Test
    void formulas_are_marked_and_not_taken_for_values() throws IOException {
        assertThat(read(file("a\n=1+1\n".getBytes(StandardCharsets.UTF_8)), null)
                        .get(1)
                        .cells()
                        .get(0))
                .startsWith(TableFiles.FORMULA);
        Path file = folder.resolve("f.xlsx");
        try (OutputStream to = Files.newOutputStream(file);
                Workbook book = new Workbook(to, "t", "1.0")) {
            Worksheet sheet = book.newWorksheet("a");
            sheet.value(0, 0, "a");
            sheet.formula(1, 0, "1+1");
        }
        assertThat(read(file, null).get(1).cells().get(0)).startsWith(TableFiles.FORMULA);
    }

    @Test
    void an_open_quotation_mark_is_told_with_its_row() throws IOException {
        assertThat(code(file("a,b\n1,\"2\n3,4\n".getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo("csv-quote-open");
        assertThat(code(file(("a\n" + "x".repeat(40_000)).getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo("cell-too-long");
        assertThat(code(file(",".repeat(400).getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo("too-many-columns");
    }

    @Test
    void broken_workbooks_old_ones_and_pictures_are_refused_in_words() throws IOException {
        assertThat(code(file(new byte[] {'P', 'K', 3, 4, 0, 0, 0}), null)).isEqualTo("workbook-broken");
        assertThat(code(zip("word/document.xml", "<a/>".getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo("workbook-broken");
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        assertThat(code(file(old), null)).isEqualTo("old-workbook");
        assertThat(code(file(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, (byte) 0xFF}), null))
                .isEqualTo("encoding-unknown");
    }

    @Test
    void a_bomb_is_refused_before_it_is_read() throws IOException {
        Path bomb = made(Map.of(SHEET, sheet(AGAIN + "<row r=\"1\"/> ".repeat(80_000) + AGAIN)));
        assertThat(Files.size(bomb)).isLessThan(2 << 20);
        assertThat(code(bomb, null)).isEqualTo("workbook-bomb");
        assertThat(code(made(Map.of(SHARED, texts("<!--                 -->".repeat(1_100_000)))), null))
                .isEqualTo("workbook-bomb");
    }

    @Test
    void texts_rows_and_formulas_that_would_fill_the_memory_are_refused() throws IOException {
        assertThat(code(made(Map.of(SHARED, texts("<si/>".repeat(500_001)))), null))
                .isEqualTo("too-many-texts");
        String formula = "A1+".repeat(2_730);
        Map<String, String> refused = Map.of(
                "<row>" + "<c/>".repeat(16_385) + "</row>",
                "too-many-columns",
                "<row><c/>" + "<!--<row>-->".repeat(400_000) + "</row>",
                "row-too-long",
                "<row><c/>" + "<![CDATA[<row>]]><rowX/>".repeat(200_000) + "</row>",
                "row-too-long",
                "<row><c r=\"ZZZZZZ1\"/></row>",
                "too-many-columns",
                "<row><c r=\"XFE1\"/></row>",
                "too-many-columns",
                "<row r=\"7\"><c><f>" + formula + "+A10</f></c></row>",
                "formula-too-long",
                "<row><c><f t=\"shared\" ref=\"A1:ZZ1\" si=\"0\">" + formula + "</f></c>"
                        + "<c><f t=\"shared\" si=\"0\"/></c>".repeat(200) + "</row>",
                "row-too-long",
                "<row><c><f t=\"array\" ref=\"A1\">1</f></c></row>".repeat(150_000),
                "workbook-bomb",
                "<row><c t=\"str\"><v>" + "x".repeat(40_000) + "</v></c></row>",
                "cell-too-long");
        String repeated = "<row><c><f t=\"shared\" ref=\"A1:A9\" si=\"0\">" + formula + "1</f></c></row>"
                + "<row><c><f t=\"shared\" si=\"0\"/></c></row>".repeat(2_000);
        assertThat(code(made(Map.of(SHEET, sheet(repeated))), null)).isEqualTo("workbook-bomb");
        for (Map.Entry<String, String> each : refused.entrySet()) {
            assertThat(code(made(Map.of(SHEET, sheet(each.getKey()))), null)).isEqualTo(each.getValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E400000000", "1E-400000000", "1E2147483647", "-1E401", "LONG"})
    void numbers_without_end_are_refused_before_they_are_written_out(String number) throws IOException {
        String written = number.replace("LONG", "9".repeat(100_000));
        assertThat(code(made(Map.of(SHEET, sheet("<row r=\"1\"><c r=\"A1\"><v>" + written + "</v></c></row>"))), null))
                .isEqualTo("number-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t=\"s\"><v>2</v></c></row>",
                "<row><c t=\"s\"><v>2000000000</v></c></row>",
                "<row><c><c t=\"s\"><v>1</v></c></c></row>",
                "<row><c><v><row/></v></c></row>",
                "<row><row/></row>",
                "<row><c><v>1&</v></c></row>",
                "<row><c r=\"1\"/></row>",
                "<row><c r=\"\u00c4\u00c41\"/></row>",
                "DEEP",
                "NAMES",
                "TOKEN"
            })
    void what_no_spreadsheet_writes_is_refused(String rows) throws IOException {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        String hostile = rows.replace("DEEP", "<a>".repeat(200) + "</a>".repeat(200))
                .replace("NAMES", names)
                .replace("TOKEN", "<row a=\"" + "x".repeat(2 << 20) + "\"/>");
        Map<String, String> parts = Map.of(SHEET, sheet(hostile), SHARED, texts("<si><t>a</t></si><si><t>b</t></si>"));
        assertThat(code(made(parts), null)).isEqualTo("workbook-broken");
    }

    @Test
    void rows_with_a_prefix_and_other_places_of_the_parts_are_read() throws IOException {
        String row = "<x:row><x:c t=\"s\"><x:v>0</x:v></x:c><x:c><x:v>1.50</x:v></x:c></x:row>";
        Map<String, String> parts = Map.of(
                SHEET,
                "<x:worksheet xmlns:x=\"" + MAIN + "\"><x:sheetData>" + row.repeat(90_000)
                        + "</x:sheetData></x:worksheet>",
                SHARED,
                "<x:sst xmlns:x=\"" + MAIN + "\"><x:si><x:t>a</x:t></x:si></x:sst>");
        assertThat(read(made(parts), null)).hasSize(90_000).allMatch(line -> line.cells()
                .equals(List.of("a", "1.5")));
    }

    @Test
    void what_spreadsheets_write_around_their_rows_is_no_row() throws IOException {
        String spreadsheet =
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet xmlns=\"" + MAIN
                        + "\" xmlns:x14ac=\"urn:ac\" xmlns:xm=\"urn:xm\" xmlns:xdr=\"urn:xdr\"><sheetPr/><dimension"
                        + " ref=\"A1:B2\"/><sheetData><row r=\"1\" spans=\"1:2\" ht=\"14.25\""
                        + " x14ac:dyDescent=\"0.2\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t"
                        + " xml:space=\"preserve\">a </t></r><r><t>b</t></r></is></c><c r=\"B1\" cm=\"1\"><f"
                        + " t=\"shared\" ref=\"B1:B2\" si=\"0\">A1+1</f><v>2</v></c></row><row r=\"2\"><c"
                        + " r=\"A2\"><v>4.9406564584124654E-324</v></c><c r=\"B2\"><f t=\"shared\""
                        + " si=\"0\"/><v>3</v></c></row></sheetData>"
                        + "<conditionalFormatting><cfRule><formula>1</formula></cfRule></conditionalFormatting><controls>"
                        + "<xdr:from><xdr:col>1</xdr:col><xdr:row>1</xdr:row></xdr:from></controls>"
                        + "<extLst><ext><xm:f>" + "B".repeat(9_000) + "</xm:f></ext></extLst></worksheet>";
        List<TableFiles.Line> lines = read(made(Map.of(SHEET, spreadsheet)), null);
        assertThat(lines.get(0).cells()).containsExactly("a b", TableFiles.FORMULA + "A1+1");
        assertThat(lines.get(1).cells()).element(1).isEqualTo(TableFiles.FORMULA + "A2+1");
    }

    @Test
    void more_parts_than_a_workbook_has_are_refused() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < 1_000; i++) {
            parts.put("xl/media/" + i, "");
        }
        assertThat(code(made(parts), null)).isEqualTo("workbook-bomb");
    }

    @Test
    void shared_texts_are_limited_wherever_they_are() throws IOException {
        Map<String, String> parts = Map.of(
                TYPES,
                least(TYPES).replace("/" + SHARED, "/xl/media/image1.png"),
                "xl/media/image1.png",
                texts("<si/>".repeat(500_001)));
        assertThat(code(made(parts), null)).isEqualTo("too-many-texts");
        Map<String, String> moved = Map.of(
                RELATIONS,
                least(RELATIONS).replace("worksheets/sheet1.xml", "media/image1.png"),
                "xl/media/image1.png",
                sheet("<row><c r=\"ZZZZZZ1\"/></row>"));
        assertThat(code(made(moved), null)).isEqualTo("too-many-columns");
    }

    @Test
    void a_picture_that_nobody_reads_may_be_large() throws IOException {
        Map<String, String> parts = Map.of("xl/media/image1.png", AGAIN + "x".repeat(1 << 20) + AGAIN);
        assertThat(read(made(parts), null)).extracting(TableFiles.Line::cells).containsExactly(List.of("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, SHARED, TYPES})
    void two_parts_of_one_name_are_refused(String name) throws IOException {
        String other = name.substring(0, name.length() - 1) + "\u0001";
        Path file = made(Map.of(other, "x"));
        byte[] bytes = Files.readAllBytes(file);
        byte[] wrong = other.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= bytes.length - wrong.length; i++) {
            if (Arrays.equals(bytes, i, i + wrong.length, wrong, 0, wrong.length)) {
                bytes[i + wrong.length - 1] = (byte) name.charAt(name.length() - 1);
            }
        }
        assertThat(code(file(bytes), null)).isEqualTo("workbook-broken");
        assertThat(code(made(Map.of(name.toUpperCase(Locale.ROOT), "x")), null)).isEqualTo("workbook-broken");
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "[Content_Types].xml";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SHARED = "xl/sharedStrings.xml";
    private static final String BOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** What stands between two of these is written until it is more than all that may be read. */
    private static final String AGAIN = "\u0002";

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String texts(String texts) {
        return "<sst xmlns=\"" + MAIN + "\">" + texts + "</sst>";
    }

    private static String least(String part) {
        return String.valueOf(made().get(part));
    }

    private static Map<String, String> made() {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                TYPES,
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + type
                        + "sharedStrings+xml\"/></Types>");
        parts.put(
                BOOK,
                "<workbook xmlns=\"" + MAIN
                        + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put(
                RELATIONS,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(SHARED, texts(""));
        parts.put(SHEET, sheet("<row><c><v>1</v></c></row>"));
        return parts;
    }

    /** A workbook of the least that one needs, but for what is changed. */
    private Path made(Map<String, String> changed) throws IOException {
        Map<String, String> parts = made();
        parts.putAll(changed);
        Path file = folder.resolve("least.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                String[] text = part.getValue().split(AGAIN, -1);
                for (int i = 0; i < text.length; i++) {
                    byte[] bytes = text[i].getBytes(StandardCharsets.UTF_8);
                    for (int times = i == 1 ? 250 : 1; times > 0; times--) {
                        zip.write(bytes);
                    }
                }
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void nothing_outside_a_workbook_is_looked_at_and_nothing_in_it_multiplies() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "S3CRET");
        for (String declaration : List.of(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE x [<!ENTITY a \"" + "S3CRET".repeat(1_000) + "\"><!ENTITY e \"" + "&a;".repeat(1_000)
                        + "\">]>")) {
            Path file = workbook(
                    "<?xml version=\"1.0\"?>" + declaration,
                    "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row>");
            List<TableFiles.Line> lines = new ArrayList<>();
            InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> files.read(file, null, lines::add));
            assertThat(lines.toString()).doesNotContain("S3CRET");
            assertThat(refused == null || refused.errors().get(0).code().equals("workbook-broken"))
                    .isTrue();
        }
    }

    @Test
    void painted_cells_and_empty_rows_without_end_are_no_rows() throws IOException {
        Path file = workbook(
                "",
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"XFD1\" s=\"0\"/></row>"
                        + "<row r=\"2\"/>".repeat(200_000));
        int[] filled = {0};
        files.read(file, null, line -> filled[0] += line.cells().isEmpty() ? 0 : 1);
        assertThat(filled[0]).isEqualTo(1);
    }

    /** A workbook with one sheet of these rows. */
    private Path workbook(String prolog, String rows) throws IOException {
        Path empty = folder.resolve("empty.xlsx");
        try (OutputStream to = Files.newOutputStream(empty);
                Workbook book = new Workbook(to, "t", "1.0")) {
            book.newWorksheet("a").value(0, 0, "a");
        }
        Path file = folder.resolve("made.xlsx");
        try (ZipFile from = new ZipFile(empty.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry part : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().startsWith("xl/worksheets/")) {
                    String sheet = prolog
                            + "<worksheet"
                            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                            + rows + "</sheetData></worksheet>";
                    to.write(sheet.getBytes(StandardCharsets.UTF_8));
                } else {
                    from.getInputStream(part).transferTo(to);
                }
                to.closeEntry();
            }
        }
        return file;
    }

    @Test
    void a_workbook_whose_days_count_from_1904_is_refused() throws IOException {
        Path from1904 = folder.resolve("1904.xlsx");
        try (ZipFile from = new ZipFile(workbook("", "").toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(from1904))) {
            for (ZipEntry part : Collections.list(from.entries())) {
                String text = new String(from.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(text.replaceFirst("<workbookPr[^>]*>", "<workbookPr date1904=\"1\"/>")
                        .getBytes(StandardCharsets.UTF_8));
                to.closeEntry();
            }
        }
        assertThat(code(from1904, null)).isEqualTo("workbook-of-1904");
    }

    private Path zip(String entry, byte[] content) throws IOException {
        Path file = folder.resolve("z.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return file;
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("in"), content);
    }

    private List<TableFiles.Line> read(Path file, @Nullable Charset charset) {
        List<TableFiles.Line> lines = new ArrayList<>();
        files.read(file, charset, lines::add);
        return lines;
    }

    private String code(Path file, @Nullable Charset charset) {
        return catchThrowableOfType(InvalidInput.class, () -> read(file, charset))
                .errors()
                .get(0)
                .code();
    }
}
