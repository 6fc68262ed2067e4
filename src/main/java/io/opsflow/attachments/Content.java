package io.opsflow.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept.
 *
 * @param mediaType what it is, told by its first bytes and by nothing else
 * @param width     of a picture
 * @param height    of a picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Content(byte[] bytes, String mediaType, @Nullable Integer width, @Nullable Integer height) {

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** @throws io.opsflow.kernel.InvalidInput it begins as a picture and is none, or one beyond measure */
    static Content of(byte[] sent) {
        Optional<Picture> picture = Picture.of(sent);
        return picture.isPresent() ? picture.get().kept() : new Content(sent, mediaType(sent), null, null);
    }

    private static String mediaType(byte[] sent) {
        if (begins(sent, PDF)) {
            return "application/pdf";
        }
        if (begins(sent, ZIP)) {
            return "application/zip";
        }
        return isText(sent) ? "text/plain;charset=UTF-8" : "application/octet-stream";
    }

    static boolean begins(byte[] sent, byte... with) {
        return sent.length >= with.length
                && ByteBuffer.wrap(sent, 0, with.length).equals(ByteBuffer.wrap(with));
    }

    private static boolean isText(byte[] sent) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(sent))
                    .chars()
                    .noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t');
        } catch (CharacterCodingException binary) {
            return false;
        }
    }
}
