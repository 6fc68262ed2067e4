package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which places of its diagram an instance has visited, and who was there. */
@Component
class Visits {

    /** Nobody reads more of one instance; its end is what matters. */
    static final int MOST = 500;

    private final HistoryService history;

    Visits(HistoryService history) {
        this.history = history;
    }

    /** One visit, and who did the task there. */
    record Visit(HistoricActivityInstance place, @Nullable String assignee, @Nullable String onBehalfOf) {

        ActivityTrace trace(ProcessModel model, Map<String, String> names, Locale locale) {
            return new ActivityTrace(
                    place.getActivityId(),
                    model.stepName(place.getActivityId(), locale),
                    place.getActivityType(),
                    place.getStartTime().toInstant(),
                    place.getEndTime() == null ? null : place.getEndTime().toInstant(),
                    place.getEndTime() == null,
                    assignee,
                    assignee == null ? null : names.getOrDefault(assignee, assignee),
                    onBehalfOf,
                    onBehalfOf == null ? null : names.getOrDefault(onBehalfOf, onBehalfOf));
        }
    }

    /** The visits of an instance in order of entering; of very many the last ones. */
    List<Visit> of(String instanceId) {
        List<HistoricActivityInstance> places = new ArrayList<>(history.createHistoricActivityInstanceQuery()
                .processInstanceId(instanceId)
                .orderPartiallyByOccurrence()
                .desc()
                .listPage(0, MOST));
        Collections.reverse(places);
        // A place does not remember who took its task and completed it in one call; the task does.
        Map<String, HistoricTaskInstance> tasks = history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instanceId)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, MOST)
                .stream()
                .filter(task -> task.getAssignee() != null)
                .collect(Collectors.toMap(
                        HistoricTaskInstance::getActivityInstanceId, Function.identity(), (first, second) -> first));
        return places.stream()
                .map(place -> visit(place, tasks.get(place.getId())))
                .toList();
    }

    private static Visit visit(HistoricActivityInstance place, @Nullable HistoricTaskInstance task) {
        return task == null
                ? new Visit(place, place.getAssignee(), null)
                : new Visit(place, task.getAssignee(), task.getOwner());
    }

    static List<String> people(List<Visit> visits) {
        return visits.stream()
                .flatMap(
                        visit -> Stream.of(visit.assignee(), visit.onBehalfOf()).flatMap(Stream::ofNullable))
                .distinct()
                .toList();
    }
}
