package io.opsflow.audit;

import io.opsflow.platform.OpsFlowSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where the chain stood from time to time, noted outside of the database: in a file of this node, and in its log, which
 * may be collected elsewhere. Whoever puts an older state of the whole database back is found by it.
 */
@Component
class AuditAnchors {

    static final String FILE = "audit-anchors.txt";

    private static final Logger LOG = LoggerFactory.getLogger(AuditAnchors.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Path file;
    private final Clock clock;
    private @Nullable Instant noted;

    AuditAnchors(OpsFlowSettings settings, AuditProperties properties, Clock clock) {
        this.file = Optional.ofNullable(properties.anchors())
                .filter(path -> !path.toString().isBlank())
                .orElse(settings.data().resolve(FILE));
        this.clock = clock;
    }

    /**
     * A link that was there once.
     *
     * @param at   when it was the last
     * @param seal its number
     * @param hash its hash, in hexadecimal digits
     */
    record Anchor(Instant at, long seal, String hash) {}

    /** Whether the last note is an hour old, or there is none since the start. */
    synchronized boolean isDue() {
        return noted == null || !clock.instant().isBefore(noted.plus(EVERY));
    }

    /** Notes the chain's end. */
    synchronized void note(ChainMark head) {
        Instant now = clock.instant();
        String hash = HexFormat.of().formatHex(head.hash());
        LOG.info("The audit log ends with link {}, {}", head.seal(), hash);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    now + " " + head.seal() + " " + hash + System.lineSeparator(),
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            noted = now;
        } catch (IOException e) {
            LOG.warn("The end of the audit log cannot be noted in {}", file, e);
        }
    }

    /** What was noted here; lines that nobody can read are left out. */
    List<Anchor> all() {
        List<Anchor> anchors = new ArrayList<>();
        if (!Files.exists(file)) {
            return anchors;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            lines.map(line -> line.split(" ", -1))
                    .filter(parts -> parts.length == 3 && parts[1].matches("\\d{1,18}"))
                    .forEach(parts ->
                            anchors.add(new Anchor(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2])));
        } catch (IOException e) {
            LOG.warn("{} cannot be read", file, e);
        }
        return anchors;
    }
}
