package io.opsflow.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a process in a list.
 *
 * @param id        the engine's id
 * @param objectKey the object that it is about; null where it was started without one
 * @param title     the object's title; null if the acting person may not see the object
 * @param version   the version that it follows, from 1
 * @param state     how it fares
 * @param failures  how much in it failed and is not tried again by itself
 * @param standing  where it stands now, or where it ended
 * @param startedAt since when
 * @param endedAt   until when; null while it runs
 */
public record InstanceSummary(
        String id,
        @Nullable String objectKey,
        @Nullable String title,
        int version,
        InstanceState state,
        int failures,
        List<Standing> standing,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public InstanceSummary {
        standing = List.copyOf(standing);
    }
}
