package io.opsflow.workflow;

import static io.opsflow.workflow.Diagram.isBlank;
import static io.opsflow.workflow.Diagram.listed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Whether every task asks somebody for something that can be shown, and what its answers become. */
final class TaskCheck {

    private static final Pattern GROUP = Pattern.compile("g-[a-z0-9][a-z0-9-]{0,60}");
    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Diagram diagram;
    private final Vocabulary vocabulary;

    TaskCheck(Diagram diagram) {
        this.diagram = diagram;
        this.vocabulary = diagram.vocabulary();
    }

    void check() {
        diagram.model().getModelElementsByType(UserTask.class).forEach(this::task);
        fields();
    }

    private void task(UserTask task) {
        String id = task.getId();
        if (diagram.property(task, "status").isEmpty()) {
            diagram.found(id, "status-missing");
        }
        String action = diagram.property(task, "action").orElse("");
        if (action.isEmpty()) {
            diagram.found(id, "action-missing");
        } else if (!ACTION.matcher(action).matches()) {
            diagram.found(id, "action-form", action);
        }
        form(task);
        people(task);
    }

    private void form(UserTask task) {
        String form = task.getCamundaFormRef();
        if (isBlank(form)) {
            diagram.found(task.getId(), "form-missing");
            return;
        }
        if (!"deployment".equals(task.getCamundaFormRefBinding())) {
            diagram.found(task.getId(), "form-binding");
        }
        if (diagram.forms().values().stream().noneMatch(known -> known.id().equals(form))) {
            diagram.found(task.getId(), "form-unknown", form);
        }
    }

    private void people(UserTask task) {
        List<String> groups = task.getCamundaCandidateGroupsList();
        if (groups.isEmpty() && isBlank(task.getCamundaAssignee())) {
            diagram.found(task.getId(), "nobody", listed(vocabulary.roles()));
        }
        for (String group : groups) {
            if (!GROUP.matcher(group).matches()) {
                if (!vocabulary.roles().contains(group)) {
                    diagram.found(task.getId(), "role-unknown", group, listed(vocabulary.roles()));
                }
            } else if (!vocabulary.groups().contains(group)) {
                diagram.found(task.getId(), "group-unknown", group, listed(vocabulary.groups()));
            }
        }
        if (!isBlank(task.getCamundaAssignee())
                && Expression.of(task.getCamundaAssignee())
                        .flatMap(Expression::variable)
                        .filter(variable -> diagram.kinds().get(variable) == ProcessVariable.Kind.TEXT)
                        .isEmpty()) {
            diagram.found(task.getId(), "assignee-not-a-variable", task.getCamundaAssignee(), "${assignee}");
        }
    }

    /** The forms' fields among each other and beside the variables of the same name. */
    private void fields() {
        Map<String, ProcessVariable.Kind> kinds = new TreeMap<>(diagram.words().variables());
        Set<String> used = diagram.model().getModelElementsByType(UserTask.class).stream()
                .map(task -> String.valueOf(task.getCamundaFormRef()))
                .collect(Collectors.toSet());
        diagram.forms().forEach((file, form) -> {
            if (!used.contains(form.id())) {
                diagram.found(List.of(Finding.of(file, "", "form-unused")));
            }
            form.fields().stream().filter(FormField::isAsked).forEach(field -> {
                field(file, field, kinds);
                field.kind().ifPresent(kind -> kinds.putIfAbsent(field.key(), kind));
            });
        });
    }

    private void field(String file, FormField field, Map<String, ProcessVariable.Kind> kinds) {
        String key = field.key();
        if (field.locked() && !diagram.words().variables().containsKey(key) && !isAnswered(key)) {
            diagram.found(List.of(Finding.of(file, key, "field-shows-nothing", key)));
        }
        field.people()
                .filter(role -> !vocabulary.roles().contains(role))
                .ifPresent(role -> diagram.found(
                        List.of(Finding.of(file, key, "field-people", role, listed(vocabulary.roles())))));
        ProcessVariable.Kind expected = kinds.get(key);
        if (expected != null && !field.kind().equals(Optional.of(expected))) {
            diagram.found(List.of(
                    Finding.of(file, key, "field-kind-" + expected.name().toLowerCase(Locale.ROOT), key)));
        }
    }

    private boolean isAnswered(String key) {
        return diagram.forms().values().stream()
                .anyMatch(
                        form -> form.field(key).filter(field -> !field.locked()).isPresent());
    }
}
