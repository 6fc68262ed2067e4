package io.opsflow.assets;

import io.opsflow.kernel.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What was sent, on the disk: nobody's upload holds a connection of the database, or the memory. */
final class Uploads {

    private static final long LARGEST = 64L << 20;

    private Uploads() {}

    static Path keep(InputStream body) {
        try {
            Path file = Files.createTempFile("opsflow-import", ".tmp");
            try (OutputStream out = Files.newOutputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                long size = 0;
                for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                    size += read;
                    if (size > LARGEST) {
                        throw new InvalidInput("file", "file-too-large", LARGEST >> 20);
                    }
                    out.write(buffer, 0, read);
                }
                return file;
            } catch (IOException | RuntimeException e) {
                delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
