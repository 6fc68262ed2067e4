package io.opsflow.workflow;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of which the inbox says something else than the engine.
 *
 * @param taskId    the engine's task
 * @param objectKey what it is about; null where only a line for somebody is left of it
 * @param kind      what is wrong
 * @param fields    what differs, where both have the task
 */
public record InboxDifference(String taskId, @Nullable String objectKey, Kind kind, Set<String> fields) {

    /** What can be wrong. */
    public enum Kind {
        /** The engine has a task that the inbox does not show. */
        MISSING,
        /** The inbox shows a task that the engine does not have. */
        GONE,
        /** Both have the task and say different things of it. */
        DIFFERENT
    }

    public InboxDifference {
        fields = Set.copyOf(fields);
    }
}
