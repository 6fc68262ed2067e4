package io.opsflow.platform;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The data folder as one process at a time may have it. */
public final class DataFolder implements Closeable {

    // Far behind the text: on Windows nobody else could read what is locked.
    private static final long LOCKED_BYTE = 1L << 40;

    private final FileChannel channel;

    private DataFolder(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder if it is missing, and tries whether files can be made in it. */
    static void makeWritable(Path folder) {
        try {
            Files.createDirectories(folder, forOwnerAlone());
            Files.delete(Files.createTempFile(folder, ".writable", null));
        } catch (IOException e) {
            throw new StartRefused("platform.data-not-writable", folder);
        }
    }

    /** A new folder is nobody else's: it holds the database, its traces and the log. */
    private static FileAttribute<?>[] forOwnerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Takes the folder for this process, until it is closed or the process ends in whatever way.
     *
     * @throws StartRefused another process has it, or it cannot be written
     */
    public static DataFolder take(Path folder) {
        Path file = folder.resolve("opsflow.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(folder, file);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    (ProcessHandle.current().pid() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            return new DataFolder(channel);
        } catch (IOException e) {
            throw new StartRefused("platform.data-not-writable", folder);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static StartRefused inUse(Path folder, Path lock) {
        try {
            String pid = Files.readString(lock).strip();
            if (pid.matches("\\d+")) {
                return new StartRefused("platform.data-in-use-by", folder, pid);
            }
        } catch (IOException e) {
            return new StartRefused("platform.data-in-use", folder);
        }
        return new StartRefused("platform.data-in-use", folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
