package io.opsflow.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that waits for somebody.
 *
 * @param id         the engine's task
 * @param objectKey  what it is about
 * @param processKey the process it belongs to
 * @param step       its id in the diagram
 * @param stepName   its name in the language asked for
 * @param status     the state that it stands for
 * @param action     what completing it means to the module
 * @param assignee   whose it is; null while it is offered
 * @param candidates to whom it is offered: role codes, groups ({@code g-…}) and user names
 * @param since      when it began
 * @param suspended  whether an administrator has suspended its process: nothing can be done with it then
 * @param mine       whether it is the acting person's to complete
 */
public record OpenTask(
        String id,
        String objectKey,
        String processKey,
        String step,
        String stepName,
        String status,
        String action,
        @Nullable String assignee,
        List<String> candidates,
        Instant since,
        boolean suspended,
        boolean mine) {}
