package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/**
 * What depended on one person depends on another now.
 *
 * @param from   who has it no more
 * @param to     who has it now; null where it is offered again to all who may do it
 * @param reason why; null where nobody said
 */
public record HandOver(String from, @Nullable String to, @Nullable String reason) {}
