package io.opsflow.cli;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files in which the program has written down what it did, but for those that it still writes. */
@Service
class LogFiles {

    private final Path current;

    LogFiles(@Value("${logging.file.name}") Path current) {
        this.current = current.toAbsolutePath().normalize();
    }

    /** A file that is not written any more. */
    record LogFile(String name, long bytes) {}

    Path folder() {
        return current.getParent() == null ? current : current.getParent();
    }

    /** Those that were finished before the given time. */
    @PreAuthorize("hasAuthority('processes.operate')")
    @Transactional(readOnly = true)
    public List<LogFile> before(Instant time) {
        return old(time).stream()
                .map(file ->
                        new LogFile(file.getFileName().toString(), file.toFile().length()))
                .toList();
    }

    /** Removes them; an entry in the audit log stays behind. */
    @PreAuthorize("hasAuthority('processes.operate')")
    @Transactional
    @Audited("log.clear")
    public List<LogFile> clear(Instant before) {
        List<LogFile> files = before(before);
        AuditTrail.object("log", folder());
        AuditTrail.fact("files", null, files.size());
        AuditTrail.fact("before", null, before);
        // First the entry, then the files: what cannot be written down is not done.
        AuditTrail.done();
        try {
            for (Path file : old(before)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Rotated files have the name of the current one with something behind it; commands and server write side by side. */
    private List<Path> old(Instant time) {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> isRotated(file.getFileName().toString()))
                    .filter(file -> file.toFile().lastModified() < time.toEpochMilli())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRotated(String name) {
        return name.startsWith("opsflow.log.")
                || name.startsWith("commands.log.")
                || name.startsWith(current.getFileName() + ".");
    }
}
