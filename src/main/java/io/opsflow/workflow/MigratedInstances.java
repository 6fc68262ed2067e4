package io.opsflow.workflow;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Instances that an administrator moves to another version of their process: their tasks in the inbox and their
 * objects' states follow, in the same transaction. No listener of a diagram hears of that, the history does.
 */
@Component
class MigratedInstances extends AbstractProcessEnginePlugin {

    private final ProcessModels models;
    private final Subjects subjects;
    private final ObjectProvider<InboxTable> inbox;
    private final ObjectProvider<JdbcTemplate> sql;

    MigratedInstances(
            ProcessModels models,
            Subjects subjects,
            ObjectProvider<InboxTable> inbox,
            ObjectProvider<JdbcTemplate> sql) {
        this.models = models;
        this.subjects = subjects;
        this.inbox = inbox;
        this.sql = sql;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.getCustomHistoryEventHandlers().add(new Handler());
    }

    private void moved(HistoricTaskInstanceEventEntity task) {
        ProcessModel model = models.of(task.getProcessDefinitionId());
        inbox.getObject()
                .move(
                        task.getTaskId(),
                        task.getProcessDefinitionId(),
                        model.key(),
                        model.taskStep(task.getTaskDefinitionKey()));
    }

    private void moved(HistoricActivityInstanceEventEntity activity) {
        ProcessModel.Step now =
                models.of(activity.getProcessDefinitionId()).steps().get(activity.getActivityId());
        if (now == null || now.status() == null || now.status().equals(statusBefore(activity.getId()))) {
            return;
        }
        String objectKey = Context.getCommandContext()
                .getExecutionManager()
                .findExecutionById(activity.getProcessInstanceId())
                .getBusinessKey();
        subjects.tell(
                new StateEntered(objectKey, now.status(), now.action(), activity.getTaskAssignee(), now.id(), null));
    }

    /** What the place stood for in the version left behind, which the history still says. */
    private @Nullable String statusBefore(String activityInstance) {
        return sql
                .getObject()
                .query(
                        "select PROC_DEF_ID_, ACT_ID_ from ACT_HI_ACTINST where ID_ = ?",
                        (result, number) ->
                                models.of(result.getString(1)).steps().get(result.getString(2)),
                        activityInstance)
                .stream()
                .filter(Objects::nonNull)
                .map(ProcessModel.Step::status)
                .findFirst()
                .orElse(null);
    }

    /** No bean: Spring would register it with the engine once more. */
    private class Handler implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            // Migrations of instances, tasks and activities are one type of event.
            if (!event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
                return;
            }
            if (event instanceof HistoricTaskInstanceEventEntity task) {
                moved(task);
            } else if (event instanceof HistoricActivityInstanceEventEntity activity) {
                moved(activity);
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }
    }
}
