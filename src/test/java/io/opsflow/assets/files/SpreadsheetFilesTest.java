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
import java.util.List;
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
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = "<row r=\"1\"/> ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 280; i++) {
                zip.write(nothing);
            }
            zip.closeEntry();
        }
        assertThat(Files.size(bomb)).isLessThan(2 << 20);
        assertThat(code(bomb, null)).isEqualTo("workbook-bomb");
    }

    @Test
    void a_workbook_that_would_fill_the_memory_is_refused() throws IOException {
        String shared = "<sst>" + "<si><t>x</t></si>".repeat(1_600_000) + "</sst>";
        assertThat(code(zip("xl/sharedStrings.xml", shared.getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo("workbook-bomb");
        String row =
                "<worksheet><sheetData><row r=\"1\">" + "<c/>".repeat(1_100_000) + "</row></sheetData></worksheet>";
        assertThat(code(zip("xl/worksheets/sheet1.xml", row.getBytes(StandardCharsets.UTF_8)), null))
                .isEqualTo("row-too-long");
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
