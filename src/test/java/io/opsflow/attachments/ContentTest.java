package io.opsflow.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opsflow.assets.Photos;
import io.opsflow.kernel.InvalidInput;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What was sent is judged by what it is, and of a picture only what one sees is kept. */
class ContentTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Test
    void no_markup_is_taken_for_a_picture() {
        for (String markup : new String[] {"<svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + "</svg>", SCRIPT}) {
            Content content = Content.of(markup.getBytes(StandardCharsets.UTF_8));
            assertThat(content.mediaType()).isEqualTo("text/plain;charset=UTF-8");
            assertThat(content.width()).isNull();
        }
        assertThat(Content.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("application/pdf");
        assertThat(Content.of(new byte[] {0, 1, 2}).mediaType()).isEqualTo("application/octet-stream");
        assertThat(Content.of("GIF89a\u0001".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("application/octet-stream");
    }

    @Test
    void a_picture_that_is_also_a_program_becomes_a_picture() {
        byte[] both = joined(Photos.jpeg(40, 30), SCRIPT.getBytes(StandardCharsets.UTF_8));
        Content content = Content.of(both);
        assertThat(content.mediaType()).isEqualTo("image/jpeg");
        assertThat(latin(content.bytes())).doesNotContain("script");
    }

    @Test
    void where_and_how_a_photo_was_taken_is_not_kept_but_it_stands_upright() {
        byte[] photo = withExif(Photos.jpeg(40, 30), 6);
        Content content = Content.of(photo);
        assertThat(content.width()).isEqualTo(30);
        assertThat(content.height()).isEqualTo(40);
        assertThat(latin(photo)).contains("39.9042N");
        assertThat(latin(content.bytes())).doesNotContain("Exif", "39.9042N");
        assertThat(Content.of(withExif(Photos.jpeg(40, 30), 1)).width()).isEqualTo(40);
        assertThat(Content.of(withExif(Photos.jpeg(40, 30), 99)).width()).isEqualTo(40);
    }

    @Test
    void png_and_webp_are_pictures_too() {
        assertThat(Content.of(Photos.png(20, 10)).mediaType()).isEqualTo("image/png");
        byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
        Content content = Content.of(webp);
        assertThat(content.mediaType()).startsWith("image/");
        assertThat(content.width()).isEqualTo(1);
    }

    @Test
    void a_picture_beyond_measure_is_refused_before_it_is_drawn() {
        byte[] png = Photos.png(10, 10);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThatThrownBy(() -> Content.of(png)).satisfies(refused("picture-too-large"));
    }

    @Test
    void what_begins_as_a_picture_and_is_none_is_refused() {
        byte[] begun = Arrays.copyOf(Photos.jpeg(400, 300), 60);
        assertThatThrownBy(() -> Content.of(begun)).satisfies(refused("picture-broken"));
        byte[] png = Arrays.copyOf(Photos.png(400, 300), 30);
        assertThatThrownBy(() -> Content.of(png)).satisfies(refused("picture-broken"));
    }

    @Test
    void a_large_photo_is_kept_no_larger_than_anybody_can_look_at() {
        Content content = Content.of(Photos.jpeg(6000, 2000));
        assertThat(content.width()).isEqualTo(3000);
        assertThat(content.height()).isEqualTo(1000);
    }

    private static java.util.function.Consumer<Throwable> refused(String code) {
        return thrown -> assertThat(thrown).isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(
                        invalid.errors().get(0).code())
                .isEqualTo(code));
    }

    /** As cameras write it: first the orientation, and somewhere where it was. */
    private static byte[] withExif(byte[] jpeg, int orientation) {
        byte[] where = "39.9042N".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 26 + where.length);
        exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put(where);
        return joined(Arrays.copyOf(jpeg, 2), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
