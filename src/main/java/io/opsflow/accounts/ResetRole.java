package io.opsflow.accounts;

import jakarta.validation.constraints.NotNull;

/**
 * A built-in role becomes again what it was.
 *
 * @param version the version that was read; a role that has changed since is not overwritten
 */
public record ResetRole(@NotNull Integer version) {}
