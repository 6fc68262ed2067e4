package io.opsflow.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Which ways of its diagram an instance has taken. The engine remembers places and not ways: the way into a place is the
 * one from the place that was left last before, and has not been gone on by this way yet.
 */
final class PathTaken {

    private PathTaken() {}

    /** The ids of the sequence flows, in order of taking; visits are in order of entering. */
    static List<String> flows(BpmnModelInstance model, List<ActivityTrace> visits) {
        // Not by what places say of their ways: a diagram may leave that out.
        Map<String, List<SequenceFlow>> into = model.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.groupingBy(flow -> flow.getTarget().getId()));
        Set<String> taken = new LinkedHashSet<>();
        Set<Step> used = new HashSet<>();
        for (int i = 0; i < visits.size(); i++) {
            stepInto(into.getOrDefault(visits.get(i).activityId(), List.of()), visits, i, used)
                    .ifPresent(step -> {
                        used.add(step);
                        taken.add(step.flow());
                    });
        }
        return List.copyOf(taken);
    }

    private static Optional<Step> stepInto(
            List<SequenceFlow> ways, List<ActivityTrace> visits, int target, Set<Step> used) {
        Instant entered = visits.get(target).startedAt();
        List<Step> steps = new ArrayList<>();
        for (SequenceFlow way : ways) {
            for (int source = 0; source < visits.size(); source++) {
                Instant left = visits.get(source).endedAt();
                if (source != target
                        && left != null
                        && !left.isAfter(entered)
                        && visits.get(source)
                                .activityId()
                                .equals(way.getSource().getId())) {
                    steps.add(new Step(way.getId(), source, left));
                }
            }
        }
        return steps.stream()
                .filter(step -> !used.contains(step))
                .max(Comparator.comparing(Step::left).thenComparing(Step::source));
    }

    private record Step(String flow, int source, Instant left) {}
}
