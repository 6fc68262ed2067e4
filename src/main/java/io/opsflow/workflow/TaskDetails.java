package io.opsflow.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task with what the acting person may do with it.
 *
 * @param task         as in the list
 * @param candidates   to whom it is offered: role codes, groups ({@code g-…}) and user names
 * @param claimable    whether the person may claim it
 * @param releasable   whether the person may give it back to those it was offered to
 * @param completable  whether the person may complete it
 * @param suspension   who has suspended its process; null where it goes on, and where nobody knows
 * @param definitionId the version of the process it belongs to
 * @param instanceId   the running process
 */
public record TaskDetails(
        InboxTask task,
        List<String> candidates,
        boolean claimable,
        boolean releasable,
        boolean completable,
        @Nullable Suspension suspension,
        String definitionId,
        String instanceId) {}
