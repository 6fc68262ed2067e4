package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that failed, and what becomes of it.
 *
 * @param id           the engine's id
 * @param instanceId   the instance that it belongs to
 * @param objectKey    the object that the instance is about; null where it was started without one
 * @param title        the object's title; null if the acting person may not see the object
 * @param processKey   the process
 * @param processName  its name in the language asked for
 * @param version      the version that the instance follows, from 1
 * @param activityId   where it failed, in the diagram
 * @param activityName that place's name in the language asked for
 * @param message      what went wrong, in one line
 * @param failedAt     when it failed last; null where the engine does not tell
 * @param retries      how often it is still tried; 0: not by itself
 * @param dueAt        when it is tried next; null: as soon as possible, or not by itself
 * @param suspended    whether it waits for its instance to be resumed
 */
public record FailedJob(
        String id,
        String instanceId,
        @Nullable String objectKey,
        @Nullable String title,
        String processKey,
        String processName,
        int version,
        String activityId,
        String activityName,
        String message,
        @Nullable Instant failedAt,
        int retries,
        @Nullable Instant dueAt,
        boolean suspended) {}
