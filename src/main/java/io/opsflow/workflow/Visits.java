package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
    record Visit(HistoricActivityInstance place, @Nullable String assignee) {

        ActivityTrace trace(ProcessModel model, Map<String, String> names, Locale locale) {
            return new ActivityTrace(
                    place.getActivityId(),
                    model.stepName(place.getActivityId(), locale),
                    place.getActivityType(),
                    place.getStartTime().toInstant(),
                    place.getEndTime() == null ? null : place.getEndTime().toInstant(),
                    place.getEndTime() == null,
                    assignee,
                    assignee == null ? null : names.getOrDefault(assignee, assignee));
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
        Map<String, String> assignees = history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instanceId)
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, MOST)
                .stream()
                .filter(task -> task.getAssignee() != null)
                .collect(Collectors.toMap(
                        HistoricTaskInstance::getActivityInstanceId,
                        HistoricTaskInstance::getAssignee,
                        (first, second) -> first));
        return places.stream()
                .map(place -> new Visit(place, assignees.getOrDefault(place.getId(), place.getAssignee())))
                .toList();
    }

    static List<String> people(List<Visit> visits) {
        return visits.stream()
                .map(Visit::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
