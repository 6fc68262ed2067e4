package io.opsflow.assets;

/**
 * One thing depends on another.
 *
 * @param on        what it depends on
 * @param dependent what depends on it
 */
public record ImpactEdge(ImpactNode on, ImpactNode dependent) {}
