package io.opsflow.workflow;

import jakarta.validation.constraints.NotNull;

/**
 * An owner's wish to go back to an older version.
 *
 * @param latest the newest version that the owner has seen: the wish is refused when there is a newer one meanwhile
 */
public record GoBack(@NotNull Integer latest) {}
