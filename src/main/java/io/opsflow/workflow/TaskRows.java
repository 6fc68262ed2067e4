package io.opsflow.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** What the inbox keeps of a task, as the engine knows it. */
@Component
class TaskRows {

    private final ProcessModels models;
    private final Subjects subjects;

    TaskRows(ProcessModels models, Subjects subjects) {
        this.models = models;
        this.subjects = subjects;
    }

    InboxRow row(DelegateTask task) {
        ProcessModel model = models.of(task.getProcessDefinitionId());
        ProcessModel.TaskStep step = model.taskStep(task.getTaskDefinitionKey());
        String objectKey = task.getExecution().getProcessBusinessKey();
        Subject subject = subjects.of(objectKey).describe(objectKey);
        return new InboxRow(
                task.getId(),
                task.getProcessDefinitionId(),
                model.key(),
                task.getProcessInstanceId(),
                objectKey,
                subject.title(),
                step.id(),
                step.status(),
                step.action(),
                task.getAssignee(),
                subject.urgency(),
                task.getDueDate() == null ? subject.dueAt() : task.getDueDate().toInstant(),
                task.getCreateTime().toInstant());
    }

    /** For whom it waits. */
    static List<String> principals(DelegateTask task) {
        if (task.getAssignee() != null) {
            return List.of(Principals.user(task.getAssignee()));
        }
        List<String> principals = new ArrayList<>();
        for (IdentityLink link : task.getCandidates()) {
            principals.add(
                    link.getUserId() != null ? Principals.user(link.getUserId()) : Principals.group(link.getGroupId()));
        }
        return principals.stream().distinct().sorted().toList();
    }
}
