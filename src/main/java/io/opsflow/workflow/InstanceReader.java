package io.opsflow.workflow;

import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what is known of instances; how much of it there is does not change how often the database is asked. */
@Component
class InstanceReader {

    private static final String STARTED = UserOperationLogEntry.OPERATION_TYPE_CREATE;

    private final InstanceTable table;
    private final Visits visits;
    private final HistoryService history;
    private final RepositoryService repository;
    private final ProcessModels models;
    private final Subjects subjects;
    private final People people;

    InstanceReader(
            InstanceTable table,
            Visits visits,
            HistoryService history,
            RepositoryService repository,
            ProcessModels models,
            Subjects subjects,
            People people) {
        this.table = table;
        this.visits = visits;
        this.history = history;
        this.repository = repository;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
    }

    List<InstanceSummary> summaries(List<InstanceTable.Row> rows, Locale locale) {
        Map<String, List<InstanceTable.Token>> tokens =
                table
                        .tokens(rows.stream()
                                .filter(row -> row.endedAt() == null)
                                .map(InstanceTable.Row::id)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(InstanceTable.Token::instanceId));
        Map<String, String> titles = subjects.visibleTitles(rows.stream()
                .map(InstanceTable.Row::objectKey)
                .filter(Objects::nonNull)
                .toList());
        return rows.stream()
                .map(row -> summary(row, tokens.getOrDefault(row.id(), List.of()), titles, locale))
                .toList();
    }

    private InstanceSummary summary(
            InstanceTable.Row row, List<InstanceTable.Token> tokens, Map<String, String> titles, Locale locale) {
        ProcessModel model = models.of(row.definitionId());
        return new InstanceSummary(
                row.id(),
                row.objectKey(),
                row.objectKey() == null ? null : titles.get(row.objectKey()),
                model.version(),
                row.state(),
                row.failures(),
                standing(row, tokens, model, locale),
                row.startedAt(),
                row.endedAt());
    }

    private static List<Standing> standing(
            InstanceTable.Row row, List<InstanceTable.Token> tokens, ProcessModel model, Locale locale) {
        String end = row.endedAtActivity();
        if (row.endedAt() != null && end != null) {
            return List.of(new Standing(end, model.stepName(end, locale), row.endedAt()));
        }
        return tokens.stream()
                .map(token ->
                        new Standing(token.activityId(), model.stepName(token.activityId(), locale), token.since()))
                .toList();
    }

    InstanceDetails details(InstanceTable.Row row, Locale locale) {
        ProcessModel model = models.of(row.definitionId());
        List<Visits.Visit> visited = visits.of(row.id());
        List<UserOperationLogEntry> operations = operations(row.id());
        Map<String, String> names = names(row, visited, operations);
        List<ActivityTrace> activities =
                visited.stream().map(visit -> visit.trace(model, names, locale)).toList();
        return new InstanceDetails(
                summaries(List.of(row), locale).get(0),
                model.key(),
                model.name().in(locale),
                model.diagram().in(locale),
                activities,
                PathTaken.flows(repository.getBpmnModelInstance(row.definitionId()), activities),
                variables(row.id()),
                incidents(row.id(), model, locale),
                interventions(operations, names),
                row.startedBy() == null ? null : names.getOrDefault(row.startedBy(), row.startedBy()),
                row.deleteReason(),
                row.parentId() == null
                        ? null
                        : table.find(row.parentId())
                                .map(parent -> link(parent, locale))
                                .orElse(null),
                table.calledBy(row.id(), Visits.MOST).stream()
                        .map(child -> link(child, locale))
                        .toList());
    }

    private InstanceLink link(InstanceTable.Row row, Locale locale) {
        ProcessModel model = models.of(row.definitionId());
        return new InstanceLink(row.id(), model.key(), model.name().in(locale), row.state());
    }

    private Map<String, String> names(
            InstanceTable.Row row, List<Visits.Visit> visited, Collection<UserOperationLogEntry> operations) {
        return people.namesOf(Stream.of(
                        Visits.people(visited).stream(),
                        operations.stream().map(UserOperationLogEntry::getUserId),
                        Stream.of(row).map(InstanceTable.Row::startedBy))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private List<InstanceVariable> variables(String instanceId) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instanceId)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderByVariableName()
                .asc()
                .listPage(0, Visits.MOST)
                .stream()
                .map(InstanceReader::variable)
                .toList();
    }

    private static InstanceVariable variable(HistoricVariableInstance variable) {
        Object value = variable.getErrorMessage() == null ? variable.getValue() : null;
        return new InstanceVariable(variable.getName(), variable.getTypeName(), plain(value));
    }

    private static @Nullable String plain(@Nullable Object value) {
        if (value instanceof Date time) {
            return time.toInstant().toString();
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean ? value.toString() : null;
    }

    private List<InstanceIncident> incidents(String instanceId, ProcessModel model, Locale locale) {
        return history
                .createHistoricIncidentQuery()
                .processInstanceId(instanceId)
                .orderByCreateTime()
                .desc()
                .listPage(0, Visits.MOST)
                .stream()
                .map(incident -> incident(incident, model, locale))
                .toList();
    }

    private static InstanceIncident incident(HistoricIncident incident, ProcessModel model, Locale locale) {
        return new InstanceIncident(
                incident.getActivityId(),
                model.stepName(incident.getActivityId(), locale),
                FailedJobTable.firstLine(incident.getIncidentMessage()),
                incident.isOpen() ? incident.getConfiguration() : null,
                incident.getCreateTime().toInstant(),
                incident.getEndTime() == null ? null : incident.getEndTime().toInstant());
    }

    private List<UserOperationLogEntry> operations(String instanceId) {
        return history.createUserOperationLogQuery()
                .processInstanceId(instanceId)
                .category(UserOperationLogEntry.CATEGORY_OPERATOR)
                .orderByTimestamp()
                .desc()
                .listPage(0, Visits.MOST);
    }

    /** The engine writes one line for each property that an operation changes; being started is no intervention. */
    private static List<InstanceIntervention> interventions(
            List<UserOperationLogEntry> operations, Map<String, String> names) {
        Map<String, InstanceIntervention> once = new LinkedHashMap<>();
        operations.stream()
                .filter(entry -> !STARTED.equals(entry.getOperationType()))
                .forEach(entry -> once.putIfAbsent(
                        entry.getOperationId() + entry.getOperationType(),
                        new InstanceIntervention(
                                entry.getOperationType(),
                                entry.getUserId(),
                                names.getOrDefault(entry.getUserId(), entry.getUserId()),
                                entry.getTimestamp().toInstant(),
                                entry.getAnnotation())));
        return List.copyOf(once.values());
    }
}
