package io.opsflow.platform;

import io.opsflow.platform.OpsFlowSettings.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret key: taken from the settings, or for the demo made once and kept in the data folder. */
final class Secrets {

    private static final int BYTES = 32;
    private static final Pattern PLACEHOLDER =
            Pattern.compile("change.?(me|this|it)|placeholder|replace|example|your.?(key|secret|password)|todo|<.*>");

    private Secrets() {}

    static boolean isPlaceholder(String text) {
        return PLACEHOLDER.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    static SecretKey key(String base64, Profile profile) {
        if (profile == Profile.PRODUCTION && isPlaceholder(base64)) {
            throw new StartRefused("platform.secret-placeholder", "OPSFLOW_SECRET_KEY");
        }
        byte[] key = decoded(base64);
        if (key.length != BYTES) {
            throw new StartRefused("platform.bad-secret-key");
        }
        // 32 random bytes have about 30 different values; one that was typed has a handful.
        if (profile == Profile.PRODUCTION && distinct(key) < 16) {
            throw new StartRefused("platform.secret-placeholder", "OPSFLOW_SECRET_KEY");
        }
        return new SecretKeySpec(key, "HmacSHA256");
    }

    static SecretKey keyInFolder(Path data) {
        Path file = data.resolve("secret.key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[BYTES];
                new SecureRandom().nextBytes(key);
                write(file, Base64.getEncoder().encodeToString(key) + System.lineSeparator());
            }
            byte[] key = decoded(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new StartRefused("platform.bad-key-file", file);
            }
            return new SecretKeySpec(key, "HmacSHA256");
        } catch (IOException e) {
            throw new StartRefused("platform.bad-key-file", file);
        }
    }

    /** Whole or not at all: a program that is killed meanwhile leaves no key file that is empty. */
    private static void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] forTheOwnerAlone = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.deleteIfExists(draft);
        Files.createFile(draft, forTheOwnerAlone);
        Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static long distinct(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
    }
}
