package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an inbox shows of the object that a task is about.
 *
 * @param title   one line, at most 200 characters
 * @param urgency how soon somebody should act
 * @param dueAt   until when; null when there is no deadline
 */
public record Subject(String title, Urgency urgency, @Nullable Instant dueAt) {}
