package io.opsflow.assets;

import io.opsflow.longwork.LongWork;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of many objects that goes on behind the person's back.
 *
 * @param id      its name
 * @param phase   where it stands
 * @param done    how many objects are done
 * @param total   how many there are; 0 as long as nobody knows
 * @param result  what it has done; null unless it is done
 * @param problem why it could not begin; null unless it failed
 * @param begunAt when it began
 */
public record BulkRun(
        String id,
        LongWork.Phase phase,
        long done,
        long total,
        @Nullable BulkResult result,
        @Nullable String problem,
        Instant begunAt) {}
