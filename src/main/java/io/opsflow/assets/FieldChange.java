package io.opsflow.assets;

import org.jspecify.annotations.Nullable;

/**
 * One field that has become different.
 *
 * @param field  its name in the API
 * @param before what it was; null when it was empty
 * @param after  what it is; null when it is empty
 */
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {}
