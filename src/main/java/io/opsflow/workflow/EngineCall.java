package io.opsflow.workflow;

import io.opsflow.kernel.Actor;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The product's own calls of the engine. However many services one call uses, it is one engine command: what it reads
 * it reads once, what it changes it writes at its end. The acting person stands in the engine's log; the engine's own
 * authorization does not apply, because a front door has decided by rules that the engine does not know.
 */
@Component
class EngineCall {

    private static final ThreadLocal<@Nullable String> TASK = new ThreadLocal<>();

    private final CommandExecutor engine;
    private final IdentityService identity;

    EngineCall(ProcessEngine engine) {
        this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.identity = engine.getIdentityService();
    }

    /** What the work gives; the engine's errors come in the house's words. */
    <T> T of(Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthenticatedUserId(Actor.current().name());
        Command<T> command = context -> work.get();
        try {
            return EngineErrors.translated(() -> engine.execute(context -> context.runWithoutAuthorization(command)));
        } finally {
            identity.setAuthentication(before);
        }
    }

    /** Does the work; the engine's errors come in the house's words. */
    void run(Runnable work) {
        of(() -> {
            work.run();
            return true;
        });
    }

    /** Does the work, which may change this one task. */
    void about(String taskId, Runnable work) {
        String before = TASK.get();
        TASK.set(taskId);
        try {
            run(work);
        } finally {
            TASK.set(before);
        }
    }

    /** Whether this thread is in a call that may change the task. */
    static boolean isAbout(String taskId) {
        return taskId.equals(TASK.get());
    }
}
