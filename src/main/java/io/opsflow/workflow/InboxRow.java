package io.opsflow.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One open task as the inbox table keeps it. */
record InboxRow(
        String id,
        String definitionId,
        String processKey,
        String instanceId,
        String objectKey,
        String title,
        String step,
        String status,
        String action,
        @Nullable String assignee,
        Urgency urgency,
        @Nullable Instant dueAt,
        Instant createdAt) {}
