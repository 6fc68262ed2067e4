package io.opsflow.attachments;

import io.opsflow.kernel.InvalidInput;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** A picture that somebody sent, upright, and no larger than a screen can show. */
public final class Picture {

    /** What a telephone's camera makes, and no more: whoever sends more wants our memory. */
    static final long DOTS = 50_000_000;

    private static final int SIDE = 4_096;
    private static final float QUALITY = 0.85f;

    // A picture is many times larger in memory than on the wire.
    private static final Semaphore AT_ONCE = new Semaphore(2);

    private enum Format {
        JPEG,
        PNG,
        WEBP
    }

    private final BufferedImage image;
    private final Format format;

    private Picture(BufferedImage image, Format format) {
        this.image = image;
        this.format = format;
    }

    /**
     * The picture in a JPEG, PNG or WebP file; empty where the file begins as none of those.
     *
     * @throws InvalidInput it begins as a picture and is none, or has more dots than any camera makes
     */
    public static Optional<Picture> of(byte[] sent) {
        return format(sent).map(format -> {
            AT_ONCE.acquireUninterruptibly();
            try {
                return new Picture(Orientation.of(sent).upright(decoded(sent, format)), format);
            } finally {
                AT_ONCE.release();
            }
        });
    }

    /** Whether a file begins as a picture. */
    public static boolean isOne(byte[] sent) {
        return format(sent).isPresent();
    }

    /** Its dots as 0xRRGGBB, row by row. */
    public int[] rgb() {
        return image.getRGB(0, 0, width(), height(), null, 0, width());
    }

    public int width() {
        return image.getWidth();
    }

    public int height() {
        return image.getHeight();
    }

    private static Optional<Format> format(byte[] sent) {
        if (Content.begins(sent, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF)) {
            return Optional.of(Format.JPEG);
        }
        if (Content.begins(sent, (byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G', (byte) '\r', (byte) '\n')) {
            return Optional.of(Format.PNG);
        }
        boolean webp = sent.length > 12
                && Content.begins(sent, (byte) 'R', (byte) 'I', (byte) 'F', (byte) 'F')
                && Content.begins(Arrays.copyOfRange(sent, 8, 12), (byte) 'W', (byte) 'E', (byte) 'B', (byte) 'P');
        return webp ? Optional.of(Format.WEBP) : Optional.empty();
    }

    private static BufferedImage decoded(byte[] sent, Format format) {
        Optional<BufferedImage> picture;
        try {
            picture = read(sent, format);
        } catch (IOException | RuntimeException broken) { // decoders throw whatever they please
            throw new InvalidInput("file", "picture-broken");
        }
        return picture.orElseThrow(() -> new InvalidInput("file", "picture-too-large", DOTS / 1_000_000));
    }

    /** Nothing when it has more dots than are read. */
    private static Optional<BufferedImage> read(byte[] sent, Format format) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        ImageReader reader = readers.next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(stream, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > DOTS) {
                return Optional.empty();
            }
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, (Math.max(width, height) + SIDE - 1) / SIDE);
            param.setSourceSubsampling(every, every, 0, 0);
            return Optional.of(reader.read(0, param));
        } finally {
            reader.dispose();
        }
    }

    /** Drawn anew: without the place where it was taken, and without whatever else the sender's file held. */
    Content kept() {
        boolean photo = format != Format.PNG && !image.getColorModel().hasAlpha();
        return new Content(
                photo ? jpeg(plain(image)) : png(image), photo ? "image/jpeg" : "image/png", width(), height());
    }

    private static BufferedImage plain(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** How a camera was held, as it says itself. */
    enum Orientation {
        AS_IS,
        MIRRORED,
        UPSIDE_DOWN,
        FLIPPED,
        TRANSPOSED,
        TURN_RIGHT,
        TRANSVERSED,
        TURN_LEFT;

        static Orientation of(byte[] jpeg) {
            int told = ExifOrientation.of(jpeg);
            return told >= 1 && told <= 8 ? values()[told - 1] : AS_IS;
        }

        BufferedImage upright(BufferedImage seen) {
            if (this == AS_IS) {
                return seen;
            }
            int width = seen.getWidth();
            int height = seen.getHeight();
            boolean lying = EnumSet.range(TRANSPOSED, TURN_LEFT).contains(this);
            BufferedImage upright =
                    new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = upright.createGraphics();
            pen.drawImage(seen, turn(width, height), null);
            pen.dispose();
            return upright;
        }

        private AffineTransform turn(int w, int h) {
            return switch (this) {
                case AS_IS -> new AffineTransform();
                case MIRRORED -> new AffineTransform(-1, 0, 0, 1, w, 0);
                case UPSIDE_DOWN -> new AffineTransform(-1, 0, 0, -1, w, h);
                case FLIPPED -> new AffineTransform(1, 0, 0, -1, 0, h);
                case TRANSPOSED -> new AffineTransform(0, 1, 1, 0, 0, 0);
                case TURN_RIGHT -> new AffineTransform(0, 1, -1, 0, h, 0);
                case TRANSVERSED -> new AffineTransform(0, -1, -1, 0, h, w);
                case TURN_LEFT -> new AffineTransform(0, -1, 1, 0, 0, w);
            };
        }
    }
}
