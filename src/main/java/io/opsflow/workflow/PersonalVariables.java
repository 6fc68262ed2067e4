package io.opsflow.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The variables of running processes by which a diagram says whose task something is: {@code ${requester}}. */
@Component
class PersonalVariables {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");

    private final JdbcClient sql;
    private final RepositoryService definitions;
    private final RuntimeService running;

    PersonalVariables(JdbcClient sql, RepositoryService definitions, RuntimeService running) {
        this.sql = sql;
        this.definitions = definitions;
        this.running = running;
    }

    /**
     * A variable that names a person.
     *
     * @param steps the user tasks that are this person's when the process gets there
     */
    record Personal(String executionId, String definitionId, String objectKey, String name, Set<String> steps) {}

    /** The variables that lead to a person: a scan of what runs, which is rare and short. */
    List<Personal> of(String username) {
        Map<String, Map<String, Set<String>>> steps = new HashMap<>();
        return sql
                .sql("select v.EXECUTION_ID_, v.PROC_DEF_ID_, v.NAME_, i.BUSINESS_KEY_ from ACT_RU_VARIABLE v"
                        + " join ACT_RU_EXECUTION i on i.ID_ = v.PROC_INST_ID_"
                        + " where v.TEXT_ = ? and v.TYPE_ = 'string' order by v.PROC_INST_ID_, v.NAME_")
                .param(username)
                .query((row, number) -> {
                    String definitionId = row.getString("PROC_DEF_ID_");
                    String name = row.getString("NAME_");
                    return new Personal(
                            row.getString("EXECUTION_ID_"),
                            definitionId,
                            Objects.requireNonNullElse(row.getString("BUSINESS_KEY_"), ""),
                            name,
                            steps.computeIfAbsent(definitionId, this::steps).getOrDefault(name, Set.of()));
                })
                .list()
                .stream()
                .filter(personal -> !personal.steps().isEmpty())
                .toList();
    }

    void set(Personal personal, String username) {
        running.setVariable(personal.executionId(), personal.name(), username);
    }

    /** The user tasks that each variable leads to. */
    private Map<String, Set<String>> steps(String definitionId) {
        var definition = (ProcessDefinitionEntity) definitions.getProcessDefinition(definitionId);
        Map<String, Set<String>> steps = new HashMap<>();
        definition.getTaskDefinitions().values().forEach(task -> people(task)
                .map(Expression::getExpressionText)
                .map(VARIABLE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .forEach(name -> steps.computeIfAbsent(name, any -> new LinkedHashSet<>())
                        .add(task.getKey())));
        return steps;
    }

    private static Stream<Expression> people(TaskDefinition task) {
        return Stream.concat(
                Stream.ofNullable(task.getAssigneeExpression()), task.getCandidateUserIdExpressions().stream());
    }

    /** The objects that they are about, each once. */
    static List<String> objects(Collection<Personal> all) {
        return all.stream().map(Personal::objectKey).distinct().collect(Collectors.toList());
    }
}
