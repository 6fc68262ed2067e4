package io.opsflow.workflow;

import io.opsflow.kernel.Texts;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tasks are worked on in OpsFlow, where permission, form and rule are asked and the log is written. Whoever asks the
 * engine itself to change one is refused, administrators too, by whichever way: REST, Tasklist, Cockpit or Java.
 */
@Component
class NoSideDoor extends AbstractProcessEnginePlugin {

    private final Texts texts;

    NoSideDoor(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getCommandCheckers()
                .replaceAll(each -> each instanceof AuthorizationCommandChecker ? new OfTasks() : each);
        engine.setResourceAuthorizationProvider(new NothingByTask());
    }

    /** Refuses a change of a task that no front door has asked for. */
    void demandFrontDoor(DelegateTask task) {
        if (!EngineCall.isAbout(task.getId())) {
            // The engine's own error: its REST answers any other of a listener with 500.
            throw new AuthorizationException(texts.get(
                    LocaleContextHolder.getLocale(),
                    "inbox.only-there",
                    task.getExecution().getProcessBusinessKey()));
        }
    }

    private class OfTasks extends AuthorizationCommandChecker {

        @Override
        public void checkTaskWork(TaskEntity task) {
            demandFrontDoor(task);
        }

        @Override
        public void checkTaskAssign(TaskEntity task) {
            demandFrontDoor(task);
        }

        @Override
        public void checkUpdateTaskVariable(TaskEntity task) {
            demandFrontDoor(task);
        }
    }

    /** Nobody gets a right in the engine because a task is offered or given to them. */
    private static class NothingByTask extends DefaultAuthorizationProvider {

        private static final AuthorizationEntity[] NOTHING = {};

        @Override
        public AuthorizationEntity[] newTaskAssignee(Task task, String before, String after) {
            return NOTHING;
        }

        @Override
        public AuthorizationEntity[] newTaskOwner(Task task, String before, String after) {
            return NOTHING;
        }

        @Override
        public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
            return NOTHING;
        }

        @Override
        public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
            return NOTHING;
        }
    }
}
