package io.opsflow.assets;

import org.jspecify.annotations.Nullable;

/** The process of a move, in the words of assets: the port that {@code process} implements. */
public interface MoveFlow {

    /**
     * Somebody wants a server moved.
     *
     * @param approver who approves it; null when administrators do
     */
    void start(MoveKey key, String requester, @Nullable String approver);

    /**
     * It is not wanted any more.
     *
     * @throws io.opsflow.kernel.RuleViolated its process cannot be called off where it stands
     */
    void cancel(MoveKey key);

    /** Whether the acting person has something to do with it now. */
    boolean isInHand(MoveKey key);
}
