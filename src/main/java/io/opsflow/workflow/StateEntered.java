package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A process has reached a place that stands for a state.
 *
 * @param objectKey what the process is about
 * @param status    the state, one of {@link ProcessSubject#statuses()}
 * @param action    what can be done there; null where nobody has to act
 * @param assignee  whose task it is; null when it is offered to a role or group
 * @param step      the place's id in the diagram
 * @param cause     the completion in whose transaction this happens; null in job threads, at the start and after messages
 */
public record StateEntered(
        String objectKey,
        String status,
        @Nullable String action,
        @Nullable String assignee,
        String step,
        @Nullable Completion cause) {}
