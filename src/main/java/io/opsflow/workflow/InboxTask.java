package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as a list shows it.
 *
 * @param id           the engine's task
 * @param objectKey    what it is about
 * @param title        one line about that object
 * @param processKey   the process it belongs to
 * @param step         its id in the diagram
 * @param stepName     its name in the language asked for
 * @param status       the state that it stands for
 * @param action       what completing it means to the module
 * @param assignee     whose it is; null while it is offered
 * @param assigneeName that person's name
 * @param onBehalfOf     the absent colleague for whom the reader would do it; null where it is the reader's own
 * @param onBehalfOfName that person's name
 * @param urgency      how soon somebody should act
 * @param dueAt        until when; null when there is no deadline
 * @param createdAt    when it began
 * @param suspended    whether an administrator has suspended its process: nothing can be done with it then
 */
public record InboxTask(
        String id,
        String objectKey,
        String title,
        String processKey,
        String step,
        String stepName,
        String status,
        String action,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String onBehalfOf,
        @Nullable String onBehalfOfName,
        Urgency urgency,
        @Nullable Instant dueAt,
        Instant createdAt,
        boolean suspended) {}
