package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that failed in an instance and was not tried again by itself.
 *
 * @param activityId   where, in the diagram
 * @param activityName that place's name in the language asked for
 * @param message      what went wrong, in one line
 * @param jobId        the failed job; null where it was none, or is not there any more
 * @param openedAt     since when
 * @param resolvedAt   until when; null while it is open
 */
public record InstanceIncident(
        String activityId,
        String activityName,
        String message,
        @Nullable String jobId,
        Instant openedAt,
        @Nullable Instant resolvedAt) {}
