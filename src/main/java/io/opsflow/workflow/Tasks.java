package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Completing, claiming and releasing tasks: the one way, whether it is asked for by task or by object and action. */
@Component
class Tasks {

    private final TaskService engine;
    private final EngineCall call;
    private final ProcessModels models;
    private final Subjects subjects;
    private final People people;
    private final InboxTable inbox;
    private final JdbcTemplate sql;

    Tasks(
            TaskService engine,
            EngineCall call,
            ProcessModels models,
            Subjects subjects,
            People people,
            InboxTable inbox,
            JdbcTemplate sql) {
        this.engine = engine;
        this.call = call;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
        this.inbox = inbox;
        this.sql = sql;
    }

    /** Permission, form, rule, engine: in this order, and nothing is changed before the last. */
    void complete(InboxRow task, Answers submitted) {
        Actor actor = Actor.current();
        demandAllowed(task, actor);
        ProcessModel model = models.of(task.definitionId());
        Answers answers = checkedByForm(task, model, submitted);
        Completion completion = new Completion(task.objectKey(), task.id(), task.step(), task.action(), answers);
        subjects.of(task.objectKey()).check(completion);
        Map<String, Object> variables = variables(model, answers);
        call.about(
                task.id(),
                () -> CurrentCompletion.during(completion, () -> {
                    if (task.assignee() == null && !actor.isSystem()) {
                        take(task.id(), actor);
                    }
                    engine.complete(task.id(), variables);
                }));
    }

    /**
     * Makes an offered task somebody's who completes it in the same call. Claiming it first would write each of its rows
     * twice. What the history says of the task follows, of the activity it would not: its end overwrites who had it.
     */
    private void take(String taskId, Actor actor) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task != null) {
            task.setAssignee(actor.name());
            sql.update(
                    "update ACT_HI_ACTINST set ASSIGNEE_ = ? where ID_ = ?",
                    actor.name(),
                    task.getExecution().getActivityInstanceId());
        }
    }

    void claim(InboxRow task) {
        Actor actor = Actor.current();
        demandAllowed(task, actor);
        if (task.assignee() == null) {
            call.about(task.id(), () -> engine.claim(task.id(), actor.name()));
        }
    }

    void release(InboxRow task) {
        Actor actor = Actor.current();
        if (!isReleasable(task, candidates(task), actor)) {
            throw new TaskNotClaimed(task.objectKey());
        }
        call.about(task.id(), () -> engine.setAssignee(task.id(), null));
    }

    /** To whom a task is offered, whoever has claimed it; of a claimed one, the engine alone knows that. */
    List<String> candidates(InboxRow task) {
        return task.assignee() == null
                ? inbox.principals(task.id()).stream().map(Principals::name).toList()
                : call.of(() -> engine.getIdentityLinksForTask(task.id())).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(Tasks::name)
                        .sorted()
                        .toList();
    }

    boolean isAllowed(InboxRow task, Collection<String> candidates, Actor actor) {
        return task.assignee() == null
                ? isCandidate(candidates, actor)
                : task.assignee().equals(actor.name());
    }

    boolean isReleasable(InboxRow task, Collection<String> candidates, Actor actor) {
        return actor.name().equals(task.assignee()) && !candidates.isEmpty();
    }

    boolean isCandidate(Collection<String> candidates, Actor actor) {
        if (actor.isSystem() || candidates.contains(actor.name())) {
            return true;
        }
        Set<String> memberships = new HashSet<>(people.membershipsOf(actor.name()));
        memberships.retainAll(candidates);
        return !memberships.isEmpty();
    }

    private void demandAllowed(InboxRow task, Actor actor) {
        if (actor.name().equals(task.assignee())) {
            return;
        }
        if (!isCandidate(candidates(task), actor)) {
            throw new AccessDeniedException("neither assignee nor candidate");
        }
        if (task.assignee() != null) {
            throw new TaskTaken(
                    task.objectKey(),
                    people.namesOf(List.of(task.assignee())).getOrDefault(task.assignee(), task.assignee()));
        }
    }

    /** The answers that the version reads, as the engine keeps them without serialising an object. */
    private static Map<String, Object> variables(ProcessModel model, Answers answers) {
        Map<String, Object> variables = new HashMap<>(answers.values());
        variables.keySet().retainAll(model.variables());
        variables.replaceAll((name, value) -> value instanceof BigDecimal number
                ? (Object) number.doubleValue()
                : value instanceof Instant instant ? Date.from(instant) : value);
        return variables;
    }

    private Answers checkedByForm(InboxRow task, ProcessModel model, Answers submitted) {
        ProcessModel.Step step = model.steps().get(task.step());
        FormSchema form =
                step == null || step.formRef() == null ? null : model.forms().get(step.formRef());
        if (form == null) {
            return submitted;
        }
        Locale locale = LocaleContextHolder.getLocale();
        return new Answers(form.checked(submitted.values(), shown(task.id(), form), people, locale));
    }

    /** What a task's form is filled with: its read-only fields show variables. */
    Map<String, Object> shown(String taskId, FormSchema form) {
        return form.readOnlyKeys().isEmpty()
                ? Map.of()
                : call.of(() -> engine.getVariables(taskId, form.readOnlyKeys()));
    }

    private static String name(IdentityLink link) {
        return link.getUserId() == null ? link.getGroupId() : link.getUserId();
    }
}
