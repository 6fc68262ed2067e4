package io.opsflow.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A variable of an instance, as it stands now or stood at the end.
 *
 * @param name  its name
 * @param type  the engine's word for its type: {@code string}, {@code boolean}, …
 * @param value its value as text; null where it is not a plain value
 */
public record InstanceVariable(String name, String type, @Nullable String value) {}
