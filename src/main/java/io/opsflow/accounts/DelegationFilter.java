package io.opsflow.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Which delegations are wanted.
 *
 * @param person in which this person is away, or the colleague; null for everybody's
 * @param state  in this state; null for all
 */
public record DelegationFilter(@Nullable String person, @Nullable DelegationState state) {}
