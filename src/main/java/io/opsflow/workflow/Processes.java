package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a module's process adapter can ask of the engine, in the words of objects and actions. Permission to see the
 * object is the module's business; who may complete a task is checked here.
 */
@Service
public class Processes {

    private final RuntimeService engine;
    private final RepositoryService repository;
    private final EngineCall call;
    private final InboxTable inbox;
    private final Tasks tasks;
    private final Subjects subjects;
    private final ProcessModels models;

    Processes(
            RuntimeService engine,
            RepositoryService repository,
            EngineCall call,
            InboxTable inbox,
            Tasks tasks,
            Subjects subjects,
            ProcessModels models) {
        this.engine = engine;
        this.repository = repository;
        this.call = call;
        this.inbox = inbox;
        this.tasks = tasks;
        this.subjects = subjects;
        this.models = models;
    }

    /**
     * Starts the latest version of a process; its first wait state is reached in the caller's transaction. Of the
     * variables, those are kept that this version reads.
     */
    @Transactional
    public void start(String processKey, String objectKey, ProcessVariable.Value... variables) {
        call.run(() -> {
            String definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(processKey)
                    .latestVersion()
                    .singleResult()
                    .getId();
            engine.startProcessInstanceById(definition, objectKey, read(models.of(definition), variables));
        });
    }

    /**
     * Completes the object's open task that means the given action.
     *
     * @throws ActionNotOpen the object waits for something else
     * @throws TaskTaken     somebody else has claimed the task
     * @throws TaskDone      somebody else completed it at the same moment
     * @throws io.opsflow.kernel.InvalidInput the task's form does not accept the answers
     * @throws org.springframework.security.access.AccessDeniedException the task is not offered to the acting person
     */
    @Transactional
    public void complete(String objectKey, String action, Answers answers) {
        List<InboxRow> open = inbox.lock(objectKey);
        InboxRow task = open.stream()
                .filter(row -> row.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new ActionNotOpen(
                        objectKey,
                        action,
                        open.stream().map(InboxRow::action).distinct().toList()));
        tasks.complete(task, answers);
    }

    /**
     * Tells the object's process that something has happened.
     *
     * @throws ActionNotOpen    the process does not wait for it
     * @throws ProcessSuspended an administrator has suspended it
     */
    @Transactional
    public void send(Message message, String objectKey) {
        List<InboxRow> open = inbox.lock(objectKey);
        List<MessageCorrelationResult> heard = call.of(() -> engine.createMessageCorrelation(message.name())
                .processInstanceBusinessKey(objectKey)
                .correlateAllWithResult());
        if (heard.isEmpty()) {
            demandGoing(open);
            throw new ActionNotOpen(
                    objectKey,
                    message.name(),
                    open.stream().map(InboxRow::action).distinct().toList());
        }
    }

    /**
     * The object has changed: its tasks in all inboxes follow, and those of the variables that its process reads.
     *
     * @throws ProcessSuspended an administrator has suspended its process
     */
    @Transactional
    public void refresh(String objectKey, ProcessVariable.Value... variables) {
        List<InboxRow> open = inbox.lock(objectKey);
        demandGoing(open);
        inbox.describe(objectKey, subjects.of(objectKey).describe(objectKey));
        open.stream().findFirst().ifPresent(task -> {
            Map<String, Object> values = read(models.of(task.definitionId()), variables);
            if (!values.isEmpty()) {
                call.run(() -> engine.setVariables(task.instanceId(), values));
            }
        });
    }

    private void demandGoing(List<InboxRow> open) {
        if (!inbox.suspended(open).isEmpty()) {
            throw new ProcessSuspended();
        }
    }

    private static Map<String, Object> read(ProcessModel model, ProcessVariable.Value... variables) {
        return Arrays.stream(variables)
                .filter(variable -> model.variables().contains(variable.name()))
                .collect(Collectors.toMap(ProcessVariable.Value::name, ProcessVariable.Value::value));
    }

    /** The object's open tasks, and which of them are the acting person's to complete. */
    @Transactional(readOnly = true)
    public List<OpenTask> openTasks(String objectKey, Locale locale) {
        Map<InboxRow, List<String>> open = inbox.withPrincipals(objectKey);
        Set<String> suspended = inbox.suspended(open.keySet());
        List<OpenTask> tasks = new ArrayList<>();
        open.forEach((row, principals) -> tasks.add(shown(row, principals, suspended.contains(row.id()), locale)));
        return tasks;
    }

    private OpenTask shown(InboxRow row, List<String> principals, boolean suspended, Locale locale) {
        List<String> candidates = principals.stream().map(Principals::name).toList();
        return new OpenTask(
                row.id(),
                row.objectKey(),
                row.processKey(),
                row.step(),
                models.of(row.definitionId()).stepName(row.step(), locale),
                row.status(),
                row.action(),
                row.assignee(),
                candidates,
                row.createdAt(),
                suspended,
                tasks.isAllowed(row, candidates, Actor.current()));
    }

    /** Whether the object still has a process: an administrator may have removed it. */
    @Transactional(readOnly = true)
    public boolean isRunning(String objectKey) {
        return call.of(() -> engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(objectKey)
                        .count()
                > 0);
    }
}
