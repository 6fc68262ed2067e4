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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final ForWhom forWhom;

    Inbox(
            InboxTable table,
            Tasks tasks,
            HistoryService history,
            ProcessModels models,
            People people,
            Suspensions suspensions,
            ForWhom forWhom) {
        this.table = table;
        this.tasks = tasks;
        this.history = history;
        this.models = models;
        this.people = people;
        this.suspensions = suspensions;
        this.forWhom = forWhom;
    }

    /** One page of tasks; sorted by {@code urgency} (the default), {@code due_at} or {@code created_at}. */
    @Transactional(readOnly = true)
    public PageOf<InboxTask> page(InboxQuery query, Paging paging, Locale locale) {
        PageOf<InboxRow> rows = table.page(forWhom.principals(query.view()), query, paging);
        Shown shown = shown(rows.items(), locale);
        return rows.map(shown::of);
    }

    /** How much waits. */
    @Transactional(readOnly = true)
    public InboxCounts counts() {
        return new InboxCounts(count(InboxQuery.View.MINE), count(InboxQuery.View.CLAIMABLE));
    }

    private int count(InboxQuery.View view) {
        return Math.min(
                InboxCounts.COUNTED, table.count(forWhom.principals(view), InboxQuery.of(view), InboxCounts.COUNTED));
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
        TaskDetails claimed = details(visible(taskId), locale);
        AuditTrail.fact("assignee", task.assignee(), claimed.task().assignee());
        return claimed;
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
        if (!tasks.isVisible(row.get(), actor)) {
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
        Collection<String> concerns = forWhom.principals(InboxQuery.View.ALL);
        boolean concerned = by.equals(actor.name())
                || history.createHistoricIdentityLinkLogQuery().taskId(taskId).list().stream()
                        .map(link -> link.getGroupId() == null
                                ? Principals.user(link.getUserId())
                                : Principals.group(link.getGroupId()))
                        .anyMatch(concerns::contains);
        return concerned ? new TaskDone(people.nameOf(by)) : new NotFound(taskId);
    }

    private TaskDetails details(InboxRow row, Locale locale) {
        Actor actor = Actor.current();
        List<String> candidates = tasks.candidates(row);
        Shown shown = shown(List.of(row), locale);
        boolean going = shown.suspended().isEmpty();
        boolean allowed = going && tasks.isAllowed(row, candidates, actor);
        return new TaskDetails(
                shown.of(row),
                candidates,
                row.assignee() == null && allowed,
                going && tasks.isReleasable(row, candidates, actor),
                allowed,
                going ? null : suspensions.of(row).orElse(null),
                row.definitionId(),
                row.instanceId());
    }

    private Shown shown(List<InboxRow> rows, Locale locale) {
        Map<String, String> absent = forWhom.of(rows);
        Map<String, String> names = people.namesOf(Stream.concat(
                        rows.stream().map(InboxRow::assignee).flatMap(Stream::ofNullable), absent.values().stream())
                .collect(Collectors.toSet()));
        return new Shown(names, absent, table.suspended(rows), models, locale);
    }

    /** Rows as the reader sees them, with what was looked up for all of them at once. */
    private record Shown(
            Map<String, String> names,
            Map<String, String> absent,
            Set<String> suspended,
            ProcessModels models,
            Locale locale) {

        InboxTask of(InboxRow row) {
            String behalf = absent.get(row.id());
            return new InboxTask(
                    row.id(),
                    row.objectKey(),
                    row.title(),
                    row.processKey(),
                    row.step(),
                    models.of(row.definitionId()).stepName(row.step(), locale),
                    row.status(),
                    row.action(),
                    row.assignee(),
                    name(row.assignee()),
                    behalf,
                    name(behalf),
                    row.urgency(),
                    row.dueAt(),
                    row.createdAt(),
                    suspended.contains(row.id()));
        }

        private @Nullable String name(@Nullable String username) {
            return username == null ? null : names.getOrDefault(username, username);
        }
    }
}
