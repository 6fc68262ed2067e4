package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
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
    private final StandIn standIn;
    private final JdbcTemplate sql;

    Tasks(
            TaskService engine,
            EngineCall call,
            ProcessModels models,
            Subjects subjects,
            People people,
            InboxTable inbox,
            StandIn standIn,
            JdbcTemplate sql) {
        this.engine = engine;
        this.call = call;
        this.models = models;
        this.subjects = subjects;
        this.people = people;
        this.inbox = inbox;
        this.standIn = standIn;
        this.sql = sql;
    }

    /** Permission, form, rule, engine: in this order, and nothing is changed before the last. */
    void complete(InboxRow task, Answers submitted) {
        asAllowed(task, () -> completed(task, submitted));
    }

    private void completed(InboxRow task, Answers submitted) {
        Actor actor = Actor.current();
        ProcessModel model = models.of(task.definitionId());
        Answers answers = checkedByForm(task, model, submitted);
        Completion completion = new Completion(task.objectKey(), task.id(), task.step(), task.action(), answers);
        subjects.of(task.objectKey()).check(completion);
        Map<String, Object> variables = variables(model, answers);
        call.about(
                task.id(),
                () -> CurrentCompletion.during(completion, () -> {
                    if (!actor.isSystem() && !actor.name().equals(task.assignee())) {
                        take(task.id(), actor);
                    }
                    engine.complete(task.id(), variables);
                }));
    }

    /**
     * Makes an offered task somebody's who completes it in the same call, or an absent person's the colleague's, who does
     * it for them. Claiming it first would write each of its rows twice. What the history says of the task follows, of the
     * activity it would not: its end overwrites who had it.
     */
    private void take(String taskId, Actor actor) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task != null) {
            task.setAssignee(actor.name());
            if (actor.onBehalfOf() != null) {
                task.setOwner(actor.onBehalfOf());
            }
            sql.update(
                    "update ACT_HI_ACTINST set ASSIGNEE_ = ? where ID_ = ?",
                    actor.name(),
                    task.getExecution().getActivityInstanceId());
        }
    }

    /** Whoever claims in the place of somebody who is away makes it that person's: theirs it stays when they are back. */
    void claim(InboxRow task) {
        asAllowed(task, () -> {
            if (task.assignee() == null) {
                Actor actor = Actor.current();
                String owner = actor.onBehalfOf() == null ? actor.name() : actor.onBehalfOf();
                call.about(task.id(), () -> engine.claim(task.id(), owner));
            }
        });
    }

    void release(InboxRow task) {
        Actor actor = Actor.current();
        if (!isReleasable(task, candidates(task), actor)) {
            throw new TaskNotClaimed(task.objectKey());
        }
        inPlaceOf(
                actor.name().equals(task.assignee()) ? null : task.assignee(),
                () -> call.about(task.id(), () -> engine.setAssignee(task.id(), null)));
    }

    private void inPlaceOf(@Nullable String absent, Runnable work) {
        if (absent == null) {
            work.run();
        } else {
            standIn.inPlaceOf(absent, work);
        }
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

    /** Whether the acting person may do the task, as themselves or in the place of somebody who is away. */
    boolean isAllowed(InboxRow task, Collection<String> candidates, Actor actor) {
        return isOwn(task, candidates, actor)
                || absentFor(task, candidates)
                        .filter(absent -> !isParty(task, actor))
                        .isPresent();
    }

    private boolean isOwn(InboxRow task, Collection<String> candidates, Actor actor) {
        return actor.isSystem() ? task.assignee() == null : isOf(task, candidates, actor.name());
    }

    private boolean isOf(InboxRow task, Collection<String> candidates, String username) {
        return task.assignee() == null
                ? isCandidate(candidates, username)
                : task.assignee().equals(username);
    }

    /** The absent person in whose place the acting person could do a task that is not their own. */
    private Optional<String> absentFor(InboxRow task, Collection<String> candidates) {
        return standIn.absent().stream()
                .filter(absent -> isOf(task, candidates, absent))
                .findFirst();
    }

    private boolean isParty(InboxRow task, Actor actor) {
        return subjects.of(task.objectKey()).isParty(task.objectKey(), task.action(), actor.name());
    }

    boolean isReleasable(InboxRow task, Collection<String> candidates, Actor actor) {
        String assignee = task.assignee();
        return assignee != null
                && !candidates.isEmpty()
                && (assignee.equals(actor.name()) || standIn.absent().contains(assignee));
    }

    /** Whether the task is the acting person's, or offered to them, or that of somebody whose tasks they do. */
    boolean isVisible(InboxRow task, Actor actor) {
        if (actor.isSystem() || actor.name().equals(task.assignee())) {
            return true;
        }
        List<String> candidates = candidates(task);
        return isCandidate(candidates, actor.name())
                || standIn.absent().stream()
                        .anyMatch(absent -> absent.equals(task.assignee()) || isCandidate(candidates, absent));
    }

    private boolean isCandidate(Collection<String> candidates, String username) {
        if (candidates.contains(username)) {
            return true;
        }
        Set<String> memberships = new HashSet<>(people.membershipsOf(username));
        memberships.retainAll(candidates);
        return !memberships.isEmpty();
    }

    /** Does the work as whoever may do the task: the acting person, or that person in the place of somebody away. */
    private void asAllowed(InboxRow task, Runnable work) {
        Actor actor = Actor.current();
        List<String> candidates = actor.name().equals(task.assignee()) ? List.of() : candidates(task);
        if (isOwn(task, candidates, actor)) {
            work.run();
            return;
        }
        Optional<String> absent = absentFor(task, candidates);
        if (absent.isPresent()) {
            if (isParty(task, actor)) {
                throw new NotAllowed("task-of-own-object");
            }
            standIn.inPlaceOf(absent.get(), work);
            return;
        }
        if (task.assignee() == null || !isVisible(task, actor)) {
            throw new AccessDeniedException("neither assignee nor candidate");
        }
        throw new TaskTaken(task.objectKey(), people.nameOf(task.assignee()));
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
