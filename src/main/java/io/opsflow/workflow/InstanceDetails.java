package io.opsflow.workflow;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a process, running or past: where it stands, and how it came there.
 *
 * @param instance      what the list shows of it
 * @param processKey    the process
 * @param processName   its name in the language asked for
 * @param diagramXml    BPMN of the version that it follows, with names in the language asked for
 * @param activities    the places visited, in order of entering; of very many the last ones
 * @param flows         the ways between them, in order of taking
 * @param variables     by name
 * @param incidents     what failed, newest first
 * @param interventions what people did to it from outside, newest first
 * @param startedBy     who started it; null where nobody did
 * @param endReason     why it was ended from outside; null where it was not
 * @param parent        the instance that called it; null where none did
 * @param children      the instances that it called; of very many the first ones
 */
public record InstanceDetails(
        InstanceSummary instance,
        String processKey,
        String processName,
        String diagramXml,
        List<ActivityTrace> activities,
        List<String> flows,
        List<InstanceVariable> variables,
        List<InstanceIncident> incidents,
        List<InstanceIntervention> interventions,
        @Nullable String startedBy,
        @Nullable String endReason,
        @Nullable InstanceLink parent,
        List<InstanceLink> children) {

    public InstanceDetails {
        activities = List.copyOf(activities);
        flows = List.copyOf(flows);
        variables = List.copyOf(variables);
        incidents = List.copyOf(incidents);
        interventions = List.copyOf(interventions);
        children = List.copyOf(children);
    }

    /** Where it stands now; nothing for one that has ended. */
    public List<String> active() {
        return instance.endedAt() != null
                ? List.of()
                : instance.standing().stream()
                        .map(Standing::activityId)
                        .distinct()
                        .toList();
    }

    /** What it has left behind: places and ways. */
    public List<String> done() {
        return Stream.concat(
                        activities.stream()
                                .filter(activity -> !activity.active())
                                .map(ActivityTrace::activityId),
                        flows.stream())
                .distinct()
                .toList();
    }
}
