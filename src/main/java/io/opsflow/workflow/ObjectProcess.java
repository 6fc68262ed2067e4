package io.opsflow.workflow;

import java.util.List;

/**
 * Where the process of an object stands and how it came there.
 *
 * @param processKey the process
 * @param name       its name in the language asked for
 * @param version    the version that the object follows, from 1
 * @param diagramXml BPMN with names in the language asked for
 * @param instanceId the engine's instance
 * @param activities every place visited, in order of entering
 */
public record ObjectProcess(
        String processKey,
        String name,
        int version,
        String diagramXml,
        String instanceId,
        List<ActivityTrace> activities) {

    public ObjectProcess {
        activities = List.copyOf(activities);
    }

    /** Where the process stands now. */
    public List<String> active() {
        return activities.stream()
                .filter(ActivityTrace::active)
                .map(ActivityTrace::activityId)
                .distinct()
                .toList();
    }

    /** What the process has left behind. */
    public List<String> done() {
        return activities.stream()
                .filter(activity -> !activity.active())
                .map(ActivityTrace::activityId)
                .distinct()
                .toList();
    }
}
