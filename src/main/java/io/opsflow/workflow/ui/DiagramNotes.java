package io.opsflow.workflow.ui;

import io.opsflow.design.Formats;
import io.opsflow.workflow.ActivityTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands at the steps of a diagram: who did or does them, and how long it took the last time. */
final class DiagramNotes {

    private static final String FOR_PEOPLE = "userTask";

    private DiagramNotes() {}

    static Map<String, String> of(List<ActivityTrace> activities) {
        Map<String, String> notes = new LinkedHashMap<>();
        activities.stream()
                .filter(activity -> FOR_PEOPLE.equals(activity.type()))
                .forEach(activity -> notes.put(activity.activityId(), note(activity)));
        return notes;
    }

    private static String note(ActivityTrace activity) {
        Instant end = activity.endedAt() == null ? Formats.now() : activity.endedAt();
        String took = Formats.duration(Duration.between(activity.startedAt(), end));
        return Who.took(activity, took);
    }
}
