package io.opsflow.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hears, in the engine's transaction, where every process stands: keeps the inbox and tells the modules. Built-in
 * listeners, because custom ones can be skipped by engine calls.
 */
@Component
class EngineListeners extends AbstractBpmnParseListener {

    private static final List<String> TASK_EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final ProcessModels models;
    private final Subjects subjects;
    private final ObjectProvider<InboxTable> inbox;
    private final NoSideDoor noSideDoor;
    private final TaskRows rows;

    EngineListeners(
            ProcessModels models,
            Subjects subjects,
            ObjectProvider<InboxTable> inbox,
            NoSideDoor noSideDoor,
            TaskRows rows) {
        this.models = models;
        this.subjects = subjects;
        this.inbox = inbox;
        this.noSideDoor = noSideDoor;
        this.rows = rows;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TASK_EVENTS.forEach(event -> definition.addBuiltInTaskListener(event, this::heard));
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        entering(activity);
    }

    private void entering(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::entered);
    }

    private void entered(DelegateExecution execution) {
        ProcessModel model = models.of(execution.getProcessDefinitionId());
        ProcessModel.Step step = model.steps().get(execution.getCurrentActivityId());
        if (step != null && step.status() != null) {
            tell(execution.getProcessBusinessKey(), step.status(), null, null, step.id());
        }
    }

    private void heard(DelegateTask task) {
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> created(task);
            case TaskListener.EVENTNAME_COMPLETE -> {
                noSideDoor.demandFrontDoor(task);
                inbox.getObject().remove(task.getId());
            }
            case TaskListener.EVENTNAME_DELETE -> inbox.getObject().remove(task.getId());
            default -> handed(task);
        }
    }

    private void created(DelegateTask task) {
        ProcessModel.TaskStep step = models.of(task.getProcessDefinitionId()).taskStep(task.getTaskDefinitionKey());
        String objectKey = task.getExecution().getProcessBusinessKey();
        tell(objectKey, step.status(), step.action(), task.getAssignee(), step.id());
        inbox.getObject().add(rows.row(task), TaskRows.principals(task));
    }

    private void handed(DelegateTask task) {
        String assignee = task.getAssignee();
        inbox.getObject()
                .find(task.getId())
                // A new task's assignment is heard right after its creation, which has written it already.
                .filter(row -> assignee == null || !assignee.equals(row.assignee()))
                .ifPresent(row -> inbox.getObject().hand(row, assignee, TaskRows.principals(task)));
    }

    private void tell(
            String objectKey, String status, @Nullable String action, @Nullable String assignee, String step) {
        subjects.tell(new StateEntered(objectKey, status, action, assignee, step, CurrentCompletion.take()));
    }
}
