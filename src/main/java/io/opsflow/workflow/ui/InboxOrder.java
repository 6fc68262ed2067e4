package io.opsflow.workflow.ui;

import io.opsflow.workflow.InboxTask;
import io.opsflow.workflow.Urgency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tasks that were fetched, by their place in the list: which one is next, and which one begins an urgency. */
final class InboxOrder {

    private final NavigableMap<Integer, InboxTask> places = new TreeMap<>();

    void restart(List<InboxTask> top) {
        places.clear();
        add(0, top);
    }

    void add(int offset, List<InboxTask> tasks) {
        for (int i = 0; i < tasks.size(); i++) {
            places.put(offset + i, tasks.get(i));
        }
    }

    Optional<InboxTask> first() {
        return Optional.ofNullable(places.firstEntry()).map(Map.Entry::getValue);
    }

    Optional<InboxTask> find(@Nullable String id) {
        return place(id).map(Map.Entry::getValue);
    }

    /** The task behind this one, or the one before it at the end of the list. */
    Optional<InboxTask> next(String id) {
        return place(id).flatMap(here -> Optional.ofNullable(places.higherEntry(here.getKey()))
                .or(() -> Optional.ofNullable(places.lowerEntry(here.getKey())))
                .map(Map.Entry::getValue));
    }

    /** The urgency that begins with this task; empty in the middle of one. */
    Optional<Urgency> heading(InboxTask task) {
        return place(task.id())
                .filter(here -> {
                    InboxTask before = places.get(here.getKey() - 1);
                    return here.getKey() == 0 || (before != null && before.urgency() != task.urgency());
                })
                .map(here -> here.getValue().urgency());
    }

    private Optional<Map.Entry<Integer, InboxTask>> place(@Nullable String id) {
        return places.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst();
    }
}
