package io.opsflow.workflow;

/**
 * An instance that called another one, or was called by it.
 *
 * @param id         the engine's id
 * @param processKey the process that it follows
 * @param name       that process's name in the language asked for
 * @param state      how it fares
 */
public record InstanceLink(String id, String processKey, String name, InstanceState state) {}
