package io.opsflow.workflow;

import io.opsflow.audit.AuditTrail;
import io.opsflow.audit.Audited;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.NotFound;
import io.opsflow.kernel.PageOf;
import io.opsflow.kernel.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tasks that wait for the acting person, of all processes. A task is visible to its assignee and to those it is
 * offered to; to everybody else it does not exist.
 */
@Service
@PreAuthorize("hasAuthority('inbox.view')")
public class Inbox {

    /** What the engine's history says of a task that somebody has done. */
    private static final String COMPLETED = "completed";

    private final InboxTable table;
    private final Tasks tasks;
    private final HistoryService history;
    private final ProcessModels models;
    private final People people;
    private final Suspensions suspensions;

    Inbox(
            InboxTable table,
            Tasks tasks,
            HistoryService history,
            ProcessModels models,
            People people,
            Suspensions suspensions) {
        this.table = table;
        this.tasks = tasks;
        this.history = history;
        this.models = models;
        this.people = people;
        this.suspensions = suspensions;
    }

    /** One page of tasks; sorted by {@code urgency} (the default), {@code due_at} or {@code created_at}. */
    @Transactional(readOnly = true)
    public PageOf<InboxTask> page(InboxQuery query, Paging paging, Locale locale) {
        PageOf<InboxRow> rows = table.page(principals(query.view()), query, paging);
        Map<String, String> names = people.namesOf(rows.items().stream()
                .map(InboxRow::assignee)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Set<String> suspended = table.suspended(rows.items());
        return rows.map(row -> shown(row, names, suspended, locale));
    }

    /** How much waits. */
    @Transactional(readOnly = true)
    public InboxCounts counts() {
        return new InboxCounts(count(InboxQuery.View.MINE), count(InboxQuery.View.CLAIMABLE));
    }

    private int count(InboxQuery.View view) {
        return Math.min(InboxCounts.COUNTED, table.count(principals(view), InboxQuery.of(view), InboxCounts.COUNTED));
    }

    /**
     * A task with what the acting person may do with it.
     *
     * @throws NotFound no such task, or not visible to the acting person
     * @throws TaskDone it was the acting person's, or offered to them, and has been completed
     */
    @Transactional(readOnly = true)
    public TaskDetails get(String taskId, Locale locale) {
        return details(visible(taskId), locale);
    }

    /**
     * The task's form as it was when the task's version of the process was deployed; null where the task has none.
     *
     * @throws NotFound no such task, or not visible to the acting person
     */
    @Transactional(readOnly = true)
    public @Nullable TaskForm form(String taskId, Locale locale) {
        InboxRow row = visible(taskId);
        ProcessModel model = models.of(row.definitionId());
        ProcessModel.Step step = model.steps().get(row.step());
        FormSchema form =
                step == null || step.formRef() == null ? null : model.forms().get(step.formRef());
        if (form == null) {
            return null;
        }
        return new TaskForm(form.localized(locale, people), form.data(tasks.shown(taskId, form), people));
    }

    /**
     * Takes an offered task; taking one's own changes nothing.
     *
     * @throws TaskTaken somebody else was faster
     */
    @Transactional
    @Audited("task.claim")
    public TaskDetails claim(String taskId, Locale locale) {
        InboxRow task = held(taskId);
        tasks.claim(task);
        AuditTrail.fact("assignee", task.assignee(), Actor.current().name());
        return details(visible(taskId), locale);
    }

    /** Gives a claimed task back to those it was offered to. */
    @Transactional
    @Audited("task.release")
    public TaskDetails release(String taskId, Locale locale) {
        InboxRow task = held(taskId);
        tasks.release(task);
        AuditTrail.fact("assignee", task.assignee(), null);
        return details(visible(taskId), locale);
    }

    /**
     * Completes a task with its form's fields; an offered one is claimed on the way.
     *
     * @throws TaskTaken somebody else has claimed it
     * @throws TaskDone  somebody else has completed it
     * @throws io.opsflow.kernel.InvalidInput the form does not accept the fields
     */
    @Transactional
    @Audited("task.complete")
    public void complete(String taskId, Map<String, Object> fields) {
        InboxRow task = held(taskId);
        AuditTrail.fact("step", null, task.step());
        tasks.complete(task, new Answers(fields));
    }

    /** A visible task that nobody else can change until this transaction ends. */
    private InboxRow held(String taskId) {
        String objectKey = visible(taskId).objectKey();
        AuditTrail.object("task", objectKey);
        return table.lock(objectKey).stream()
                .filter(row -> row.id().equals(taskId))
                .findFirst()
                .orElseThrow(() -> gone(taskId, Actor.current()));
    }

    private InboxRow visible(String taskId) {
        Actor actor = Actor.current();
        Optional<InboxRow> row = table.find(taskId);
        if (row.isEmpty()) {
            throw gone(taskId, actor);
        }
        if (!actor.name().equals(row.get().assignee()) && !tasks.isCandidate(tasks.candidates(row.get()), actor)) {
            throw new NotFound(taskId);
        }
        return row.get();
    }

    private RuntimeException gone(String taskId, Actor actor) {
        HistoricTaskInstance past =
                history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult();
        // A task that was cancelled, because its object was withdrawn or its time was over, was done by nobody.
        if (past == null || past.getAssignee() == null || !COMPLETED.equals(past.getDeleteReason())) {
            return new NotFound(taskId);
        }
        String by = past.getAssignee();
        Set<String> memberships = people.membershipsOf(actor.name());
        boolean concerned = by.equals(actor.name())
                || history.createHistoricIdentityLinkLogQuery().taskId(taskId).list().stream()
                        .anyMatch(link -> link.getGroupId() == null
                                ? actor.name().equals(link.getUserId())
                                : memberships.contains(link.getGroupId()));
        return concerned ? new TaskDone(people.namesOf(List.of(by)).getOrDefault(by, by)) : new NotFound(taskId);
    }

    private TaskDetails details(InboxRow row, Locale locale) {
        Actor actor = Actor.current();
        List<String> candidates = tasks.candidates(row);
        Map<String, String> names = row.assignee() == null ? Map.of() : people.namesOf(List.of(row.assignee()));
        Set<String> suspended = table.suspended(List.of(row));
        boolean going = suspended.isEmpty();
        boolean allowed = going && tasks.isAllowed(row, candidates, actor);
        return new TaskDetails(
                shown(row, names, suspended, locale),
                candidates,
                row.assignee() == null && allowed,
                going && tasks.isReleasable(row, candidates, actor),
                allowed,
                going ? null : suspensions.of(row).orElse(null),
                row.definitionId(),
                row.instanceId());
    }

    private InboxTask shown(InboxRow row, Map<String, String> names, Set<String> suspended, Locale locale) {
        String assignee = row.assignee();
        return new InboxTask(
                row.id(),
                row.objectKey(),
                row.title(),
                row.processKey(),
                row.step(),
                models.of(row.definitionId()).stepName(row.step(), locale),
                row.status(),
                row.action(),
                assignee,
                assignee == null ? null : names.getOrDefault(assignee, assignee),
                row.urgency(),
                row.dueAt(),
                row.createdAt(),
                suspended.contains(row.id()));
    }

    private Collection<String> principals(InboxQuery.View view) {
        String me = Actor.current().name();
        return switch (view) {
            case MINE -> List.of(Principals.user(me));
            case CLAIMABLE -> Principals.groups(people.membershipsOf(me));
            case ALL -> Principals.all(me, people.membershipsOf(me));
        };
    }
}
