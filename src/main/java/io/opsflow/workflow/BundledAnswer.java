package io.opsflow.workflow;

import jakarta.validation.constraints.NotBlank;

/**
 * An owner's answer to a newer bundled version.
 *
 * @param seen what {@link BundledNewer} has told: the answer is refused when things have changed meanwhile
 */
public record BundledAnswer(@NotBlank String seen) {}
