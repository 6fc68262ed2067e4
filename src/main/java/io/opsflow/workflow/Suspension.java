package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An administrator has suspended a process.
 *
 * @param by     that person's user name
 * @param byName and name
 * @param at     since when
 * @param reason what the person has noted beside it
 */
public record Suspension(String by, String byName, Instant at, @Nullable String reason) {}
