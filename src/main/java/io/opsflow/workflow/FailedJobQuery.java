package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which failed jobs are wanted.
 *
 * @param processKey only of this process; null for all
 * @param message    only with this message, as their group tells it; null for all
 */
public record FailedJobQuery(@Nullable String processKey, @Nullable String message) {}
