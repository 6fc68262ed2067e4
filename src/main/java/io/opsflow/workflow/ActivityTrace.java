package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a process to one place of its diagram.
 *
 * @param activityId   the place's id in the diagram
 * @param name         its name in the language asked for
 * @param type         the engine's word for its kind: {@code userTask}, {@code endEvent}, …
 * @param startedAt    when it was entered
 * @param endedAt      when it was left; null while the process stands there
 * @param active       whether the process stands there
 * @param assignee     who did or does it; null where nobody had to
 * @param assigneeName that person's name
 * @param onBehalfOf     the absent colleague for whom it was done
 * @param onBehalfOfName that colleague's name
 */
public record ActivityTrace(
        String activityId,
        String name,
        String type,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean active,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName) {}
