package io.opsflow.workflow;

import java.util.List;

/**
 * What depends on one person.
 *
 * @param tasks   the open tasks that are the person's
 * @param objects the keys of what will come back to the person when its process gets there
 */
public record PersonalWork(List<HeldTask> tasks, List<String> objects) {

    /** Whether nothing does. */
    public boolean isEmpty() {
        return tasks.isEmpty() && objects.isEmpty();
    }

    /** Whether somebody must take over, because giving back is not enough. */
    public boolean needsColleague() {
        return !objects.isEmpty() || tasks.stream().anyMatch(task -> !task.returnable());
    }
}
