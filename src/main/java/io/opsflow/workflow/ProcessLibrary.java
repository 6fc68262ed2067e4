package io.opsflow.workflow;

import io.opsflow.kernel.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The processes there are, their diagrams, and where in them an object stands. */
@Service
@PreAuthorize("hasAuthority('processes.view')")
public class ProcessLibrary {

    private final RepositoryService repository;
    private final ManagementService management;
    private final HistoryService history;
    private final ProcessModels models;
    private final Subjects subjects;
    private final People people;

    ProcessLibrary(
            RepositoryService repository,
            ManagementService management,
            HistoryService history,
            ProcessModels models,
            Subjects subjects,
            People people) {
        this.repository = repository;
        this.management = management;
        this.history = history;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
    }

    /** Every process in its latest version, by name. */
    @Transactional(readOnly = true)
    public List<ProcessDefinitionSummary> definitions(Locale locale) {
        Map<String, Long> running = management.createProcessDefinitionStatisticsQuery().list().stream()
                .collect(Collectors.groupingBy(
                        ProcessDefinitionStatistics::getKey,
                        Collectors.summingLong(ProcessDefinitionStatistics::getInstances)));
        Map<String, Deployment> deployments = repository.createDeploymentQuery().list().stream()
                .collect(Collectors.toMap(Deployment::getId, deployment -> deployment));
        return repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> {
                    ProcessModel model = models.of(definition.getId());
                    Deployment deployment =
                            Objects.requireNonNull(deployments.get(definition.getDeploymentId()), "deployment");
                    return new ProcessDefinitionSummary(
                            model.key(),
                            model.name().in(locale),
                            model.version(),
                            model.documentation().in(locale),
                            running.getOrDefault(model.key(), 0L),
                            deployment.getDeploymentTime().toInstant());
                })
                .sorted(Comparator.comparing(ProcessDefinitionSummary::name))
                .toList();
    }

    /**
     * The diagram of a process's latest version: BPMN with names in the language asked for.
     *
     * @throws NotFound no such process
     */
    @Transactional(readOnly = true)
    public String diagram(String processKey, Locale locale) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            throw new NotFound(processKey);
        }
        return models.of(definition.getId()).diagram().in(locale);
    }

    /**
     * Where the process of an object stands and how it came there.
     *
     * @throws NotFound no such object, or not visible to the acting person
     */
    @Transactional(readOnly = true)
    public ObjectProcess ofObject(String objectKey, Locale locale) {
        if (!subjects.of(objectKey).isVisible(objectKey)) {
            throw new NotFound(objectKey);
        }
        HistoricProcessInstance instance = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(objectKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(objectKey));
        ProcessModel model = models.of(instance.getProcessDefinitionId());
        List<HistoricActivityInstance> visited = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        Map<String, String> names = people.namesOf(visited.stream()
                .map(HistoricActivityInstance::getAssignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new ObjectProcess(
                model.key(),
                model.name().in(locale),
                model.version(),
                model.diagram().in(locale),
                instance.getId(),
                visited.stream()
                        .map(activity -> trace(activity, model, names, locale))
                        .toList());
    }

    private static ActivityTrace trace(
            HistoricActivityInstance activity, ProcessModel model, Map<String, String> names, Locale locale) {
        String assignee = activity.getAssignee();
        return new ActivityTrace(
                activity.getActivityId(),
                model.stepName(activity.getActivityId(), locale),
                activity.getActivityType(),
                activity.getStartTime().toInstant(),
                activity.getEndTime() == null ? null : activity.getEndTime().toInstant(),
                activity.getEndTime() == null,
                assignee,
                assignee == null ? null : names.getOrDefault(assignee, assignee));
    }
}
