package io.opsflow.assets;

import static io.opsflow.assets.Inventory.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.attachments.Picture;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.testing.As;
import io.opsflow.testing.OpsFlowTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** What is printed is read back: as text, and with a phone's eyes. */
@OpsFlowTest
class PrintsTest {

    @Autowired
    Rooms rooms;

    @Autowired
    Racks racks;

    @Autowired
    Servers servers;

    @Autowired
    Prints prints;

    @Autowired
    PaperWork paperWork;

    @Autowired
    As as;

    private Inventory inventory;
    private RackDetails rack;

    @BeforeEach
    void a_rack() {
        inventory = new Inventory(rooms, racks, servers, as);
        rack = inventory.rack();
    }

    @Test
    void a_room_is_one_page_a_rack_with_both_sides_in_chinese() throws IOException {
        long room = rack.facts().roomId();
        inventory.rack(room, 48, 5000);
        ServerDetails front = chinese("数据库-" + unique("X"), 3, Face.FRONT);
        ServerDetails rear = chinese("网关-" + unique("X"), 3, Face.REAR);
        try (PDDocument pdf = read(as.user("viewer", () -> prints.room(room, Locale.SIMPLIFIED_CHINESE)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            String page = text(pdf, 1) + text(pdf, 2);
            assertThat(page)
                    .contains(rack.facts().name(), "正面", "背面", "浪潮 英信")
                    .contains(front.facts().assetNumber())
                    .contains(rear.facts().assetNumber())
                    .contains("42", "48", "1 / 2", "2 / 2");
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
        }
        assertThat(as.user("viewer", () -> prints.rack(rack.id(), Locale.ENGLISH)))
                .as("of the typeface, only the letters that are used")
                .hasSizeLessThan(200_000);
    }

    @Test
    void letters_that_the_typeface_lacks_do_not_stop_the_printer() throws IOException {
        chinese("🚀" + unique("X"), 3, Face.FRONT);
        try (PDDocument pdf = read(as.user("viewer", () -> prints.rack(rack.id(), Locale.ENGLISH)))) {
            assertThat(text(pdf, 1)).contains("?X");
        }
    }

    @Test
    void a_phone_reads_from_each_label_whose_it_is() throws IOException {
        List<ServerDetails> three = List.of(
                chinese("数据库 01/" + unique("X"), 1, Face.BOTH),
                inventory.server(rack.id(), 3, 1, Face.BOTH),
                inventory.server(rack.id(), 5, 1, Face.BOTH));
        AssetFilter ofRack = AssetFilter.everything().with("rack_id", "" + rack.id());
        try (PDDocument pdf = read(as.user("viewer", () -> prints.labels(AssetKind.SERVER, ofRack, LabelPaper.ROLL)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            List<String> numbers = java.util.stream.IntStream.range(0, 3)
                    .mapToObj(page -> scanned(pdf, page))
                    .toList();
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(three.stream()
                            .map(server -> server.facts().assetNumber())
                            .toList());
            assertThat(text(pdf, 1) + text(pdf, 2) + text(pdf, 3)).contains("浪潮 英信", "U5");
        }
        AssetFilter one = AssetFilter.everything().with("id", "" + three.get(0).id());
        try (PDDocument pdf = read(as.user("viewer", () -> prints.labels(AssetKind.SERVER, one, LabelPaper.A4)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(scanned(pdf, 0)).isEqualTo(three.get(0).facts().assetNumber());
        }
    }

    /** In the codes of all but the first something looks like a corner: the first look does not read them. */
    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:30001/s?n=SH-0001", "http://localhost:30077/s?n=SH-0001"})
    void a_photographed_label_is_read_whatever_it_says(String address) {
        PaperWork.Label label = new PaperWork.Label("SH-0001", "Dell R750", "A / J01 / U1", address);
        byte[] photo = Photos.label(paperWork.labels(List.of(label), LabelPaper.ROLL));
        Picture seen = Picture.of(photo).orElseThrow();
        assertThat(paperWork.read(seen.rgb(), seen.width(), seen.height())).contains(address);
    }

    @Test
    void racks_and_rooms_have_labels_that_lead_to_their_pages() throws IOException {
        long room = rack.facts().roomId();
        AssetFilter one = AssetFilter.everything().with("id", "" + rack.id());
        try (PDDocument pdf = read(as.user("viewer", () -> prints.labels(AssetKind.RACK, one, LabelPaper.ROLL)))) {
            assertThat(text(pdf, 1)).contains(rack.facts().name()).contains("42 U");
            assertThat(code(pdf, 0)).endsWith("/racks/" + rack.id());
        }
        AssetFilter itsRoom = AssetFilter.everything().with("id", "" + room);
        try (PDDocument pdf = read(as.user("viewer", () -> prints.labels(AssetKind.ROOM, itsRoom, LabelPaper.ROLL)))) {
            assertThat(code(pdf, 0)).endsWith("/rooms/" + room);
        }
    }

    @Test
    void a_name_that_is_made_smaller_to_fit_is_whole() throws IOException {
        List<String> names = java.util.stream.IntStream.range(500, 600)
                .mapToObj(number -> "A-k8po8mxb0-%d%s".formatted(number, "W".repeat(number % 5)))
                .toList();
        List<PaperWork.Label> labels = names.stream()
                .map(name -> new PaperWork.Label(name, null, name, "http://localhost/racks/1"))
                .toList();
        try (PDDocument pdf = read(paperWork.labels(labels, LabelPaper.ROLL))) {
            for (int page = 1; page <= names.size(); page++) {
                assertThat(text(pdf, page).lines()).containsExactly(names.get(page - 1), names.get(page - 1));
            }
        }
    }

    @Test
    void twenty_four_labels_fill_a_sheet() throws IOException {
        for (int u = 1; u <= 25; u++) {
            inventory.server(rack.id(), u, 1, Face.BOTH);
        }
        AssetFilter ofRack = AssetFilter.everything().with("rack_id", "" + rack.id());
        try (PDDocument pdf = read(as.user("viewer", () -> prints.labels(AssetKind.SERVER, ofRack, LabelPaper.A4)))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void nothing_is_printed_of_nothing_or_for_strangers() {
        AssetFilter none = AssetFilter.everything().with("id", "0");
        as.user("viewer", () -> {
            assertThatThrownBy(() -> prints.labels(AssetKind.SERVER, none, LabelPaper.A4))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> LabelPaper.of("a5")).isInstanceOf(InvalidInput.class);
        });
        assertThatThrownBy(() -> prints.rack(rack.id(), Locale.ENGLISH))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    private ServerDetails chinese(String assetNumber, int positionU, Face face) {
        ServerFacts plain = Inventory.in(assetNumber, rack.id(), positionU, 1, face, 100);
        ServerDetails added = inventory.add(plain);
        return as.user(
                "operator",
                () -> servers.edit(added.id(), new Changes(Map.of("vendor", "浪潮", "model", "英信"), null, Why.unsaid())));
    }

    private String scanned(PDDocument pdf, int page) {
        String code = code(pdf, page);
        assertThat(code).contains("/s?n=");
        return LabelAddress.assetNumber(code).orElseThrow();
    }

    private String code(PDDocument pdf, int page) {
        try {
            BufferedImage seen = new PDFRenderer(pdf).renderImageWithDPI(page, 200);
            int[] rgb = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            String code = paperWork.read(rgb, seen.getWidth(), seen.getHeight()).orElseThrow();
            assertThat(code).contains("://").isASCII();
            return code;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PDDocument read(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }
}
