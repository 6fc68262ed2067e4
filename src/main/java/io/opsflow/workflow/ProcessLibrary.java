package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.Permissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The processes there are, their diagrams, and where in them an object stands. */
@Service
@PreAuthorize("hasAuthority('processes.view')")
public class ProcessLibrary {

    private final DefinitionTable definitions;
    private final RepositoryService repository;
    private final HistoryService history;
    private final Visits visits;
    private final ProcessModels models;
    private final Subjects subjects;
    private final People people;

    ProcessLibrary(
            DefinitionTable definitions,
            RepositoryService repository,
            HistoryService history,
            Visits visits,
            ProcessModels models,
            Subjects subjects,
            People people) {
        this.definitions = definitions;
        this.repository = repository;
        this.history = history;
        this.visits = visits;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
    }

    /** Every process in its latest version, by name. */
    @Transactional(readOnly = true)
    public List<ProcessDefinitionSummary> definitions(Locale locale) {
        boolean watched = Actor.may(Permissions.PROCESSES_WATCH);
        Map<String, Long> running = watched ? definitions.running() : Map.of();
        Map<String, Long> failed = watched ? definitions.failed() : Map.of();
        Map<String, List<DefinitionTable.Row>> versions = definitions.all().stream()
                .collect(Collectors.groupingBy(DefinitionTable.Row::key, LinkedHashMap::new, Collectors.toList()));
        return versions.values().stream()
                .map(all -> {
                    DefinitionTable.Row latest = all.get(0);
                    ProcessModel model = models.of(latest.id());
                    return new ProcessDefinitionSummary(
                            latest.key(),
                            model.name().in(locale),
                            latest.version(),
                            model.documentation().in(locale),
                            latest.deployedAt(),
                            latest.suspended(),
                            watched ? latest.source() : null,
                            watched ? sum(all, running) : null,
                            watched ? sum(all, failed) : null);
                })
                .sorted(Comparator.comparing(ProcessDefinitionSummary::name))
                .toList();
    }

    private static long sum(List<DefinitionTable.Row> versions, Map<String, Long> counts) {
        return versions.stream()
                .mapToLong(version -> counts.getOrDefault(version.id(), 0L))
                .sum();
    }

    /**
     * The versions of a process, newest first.
     *
     * @throws NotFound no such process
     */
    @Transactional(readOnly = true)
    public List<ProcessVersion> versions(String processKey) {
        boolean watched = Actor.may(Permissions.PROCESSES_WATCH);
        List<DefinitionTable.Row> versions = definitions.of(processKey);
        if (versions.isEmpty()) {
            throw new NotFound(processKey);
        }
        Map<String, Long> running = watched ? definitions.running() : Map.of();
        Map<String, Long> failed = watched ? definitions.failed() : Map.of();
        return versions.stream()
                .map(version -> new ProcessVersion(
                        version.version(),
                        version.deployedAt(),
                        version.suspended(),
                        watched ? version.source() : null,
                        watched ? running.getOrDefault(version.id(), 0L) : null,
                        watched ? failed.getOrDefault(version.id(), 0L) : null))
                .toList();
    }

    /**
     * The diagram of a process: BPMN with names in the language asked for.
     *
     * @param version null for the latest
     * @throws NotFound no such process or version
     */
    @Transactional(readOnly = true)
    public String diagram(String processKey, @Nullable Integer version, Locale locale) {
        return models.of(definition(processKey, version)).diagram().in(locale);
    }

    /**
     * The places where an instance can stand for a while, in the diagram's own order.
     *
     * @param version null for the latest
     * @throws NotFound no such process or version
     */
    @Transactional(readOnly = true)
    public List<ProcessPlace> places(String processKey, @Nullable Integer version, Locale locale) {
        String definition = definition(processKey, version);
        ProcessModel model = models.of(definition);
        return repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node instanceof Activity || node instanceof IntermediateCatchEvent)
                .map(node -> new ProcessPlace(node.getId(), model.stepName(node.getId(), locale)))
                .toList();
    }

    private String definition(String processKey, @Nullable Integer version) {
        return definitions.of(processKey).stream()
                .filter(definition -> version == null || definition.version() == version)
                .findFirst()
                .map(DefinitionTable.Row::id)
                .orElseThrow(() -> new NotFound(version == null ? processKey : processKey + " " + version));
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
        List<Visits.Visit> visited = visits.of(instance.getId());
        Map<String, String> names = people.namesOf(Visits.people(visited));
        return new ObjectProcess(
                model.key(),
                model.name().in(locale),
                model.version(),
                model.diagram().in(locale),
                instance.getId(),
                visited.stream().map(visit -> visit.trace(model, names, locale)).toList());
    }
}
