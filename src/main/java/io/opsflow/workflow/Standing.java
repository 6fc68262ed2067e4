package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place of the diagram where an instance stands now, or where it ended.
 *
 * @param activityId the place's id in the diagram
 * @param name       its name in the language asked for
 * @param since      since when; null where the engine does not tell
 */
public record Standing(String activityId, String name, @Nullable Instant since) {}
