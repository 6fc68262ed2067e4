package io.opsflow.assets;

/** The process of a reminder, in the words of assets: the port that {@code process} implements. */
public interface ReminderFlow {

    /** A contract ends before long. */
    void start(ReminderKey key);

    /** There is nothing to remind of any more. */
    void drop(ReminderKey key);
}
