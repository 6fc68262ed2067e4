package io.opsflow.workflow;

/**
 * What waits for one person, each counted up to {@link #COUNTED}.
 *
 * @param mine      tasks assigned, or offered alone, to the person
 * @param claimable tasks offered to the person's roles and groups
 */
public record InboxCounts(int mine, int claimable) {

    /** Nobody reads a larger number, and no inbox should have to count one. */
    public static final int COUNTED = 1000;
}
