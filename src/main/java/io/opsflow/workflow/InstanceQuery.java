package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which instances of a process are wanted.
 *
 * @param processKey the process
 * @param version    only of this version; null for all
 * @param state      only in this state; null for all
 * @param activityId only those that stand at this place of the diagram; null for all
 * @param q          only those whose object's key begins with this; null for all
 */
public record InstanceQuery(
        String processKey,
        @Nullable Integer version,
        @Nullable InstanceState state,
        @Nullable String activityId,
        @Nullable String q) {}
