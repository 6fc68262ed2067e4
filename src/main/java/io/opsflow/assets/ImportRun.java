package io.opsflow.assets;

import io.opsflow.longwork.LongWork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import that goes on, or has gone on, behind the person's back.
 *
 * @param id       its name
 * @param file     what the file was called
 * @param kind     what its rows are
 * @param dryRun   whether it is only tried
 * @param skipBad  whether rows with errors are left out; otherwise one of them refuses all
 * @param phase    where it stands
 * @param done     how many rows it has read
 * @param total    how many there are; 0 as long as nobody knows
 * @param result   what it has done, or would do; null unless it is done
 * @param problem  why nothing could be read or recorded; null unless it failed
 * @param kept     whether the file is still here, so that it can be taken once more
 * @param begunAt  when it began
 * @param endedAt  when it ended; null as long as it has not
 */
public record ImportRun(
        String id,
        String file,
        AssetKind kind,
        boolean dryRun,
        boolean skipBad,
        LongWork.Phase phase,
        long done,
        long total,
        @Nullable ImportResult result,
        @Nullable String problem,
        boolean kept,
        Instant begunAt,
        @Nullable Instant endedAt) {}
