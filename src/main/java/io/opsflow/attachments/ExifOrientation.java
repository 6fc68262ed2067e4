package io.opsflow.attachments;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing that is read of what a camera writes about a picture: how it was held. */
final class ExifOrientation {

    private static final int APP1 = 0xE1;
    private static final int SCAN = 0xDA;
    private static final long EXIF = 0x457869660000L;
    private static final int TAG = 0x0112;

    private ExifOrientation() {}

    /** From 1 to 8; 1 where nothing, or nothing readable, is said. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer file = ByteBuffer.wrap(jpeg);
            if (file.remaining() < 4 || file.getShort() != (short) 0xFFD8) {
                return 1;
            }
            while (file.remaining() > 4 && (file.get() & 0xFF) == 0xFF) {
                int marker = file.get() & 0xFF;
                int length = (file.getShort() & 0xFFFF) - 2;
                if (marker == SCAN || length < 0) {
                    return 1;
                }
                if (marker == APP1 && isExif(file)) {
                    return told(file.slice(file.position() + 6, length - 6));
                }
                file.position(file.position() + length);
            }
            return 1;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return 1;
        }
    }

    private static boolean isExif(ByteBuffer file) {
        int at = file.position();
        return ((long) file.getInt(at) << 16 | file.getShort(at + 4) & 0xFFFF) == EXIF;
    }

    private static int told(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }
}
