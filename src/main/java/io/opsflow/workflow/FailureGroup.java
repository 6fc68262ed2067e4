package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed jobs with the same message.
 *
 * @param message the first line of what went wrong
 * @param jobs    how many there are
 * @param failed  how many of them are not tried again by themselves
 * @param lastAt  when the last of them failed; null where the engine does not tell
 */
public record FailureGroup(String message, long jobs, long failed, @Nullable Instant lastAt) {}
