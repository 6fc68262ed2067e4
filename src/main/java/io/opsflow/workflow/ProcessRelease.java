package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a process with all that is known of its origin.
 *
 * @param version        from 1
 * @param source         where its content comes from
 * @param tool           what a live version was deployed with, as the tool calls itself: {@code Camunda Modeler}
 * @param restoredFrom   the older version whose content it repeats, if it does
 * @param deployedBy     who deployed it; null for what came with the product at a start
 * @param deployedByName that person's name
 * @param deployedAt     since when it exists
 * @param running        how many objects follow it now
 * @param latest         whether new objects follow it
 */
public record ProcessRelease(
        int version,
        ModelSource source,
        @Nullable String tool,
        @Nullable Integer restoredFrom,
        @Nullable String deployedBy,
        @Nullable String deployedByName,
        Instant deployedAt,
        long running,
        boolean latest) {

    ProcessRelease withName(@Nullable String name) {
        return new ProcessRelease(version, source, tool, restoredFrom, deployedBy, name, deployedAt, running, latest);
    }
}
