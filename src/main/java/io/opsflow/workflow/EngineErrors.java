package io.opsflow.workflow;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.RuleViolated;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Says in the house's words what the engine reports in its own. */
final class EngineErrors {

    private EngineErrors() {}

    static void translated(Runnable call) {
        translated(() -> {
            call.run();
            return true;
        });
    }

    static <T> T translated(Supplier<T> call) {
        Unmodelled.forget();
        try {
            return call.get();
        } catch (ProcessEngineException e) {
            throw inHouseWords(e);
        }
    }

    private static RuntimeException inHouseWords(ProcessEngineException e) {
        RuntimeException own = cause(e);
        if (own != null) {
            return own;
        }
        if (e instanceof OptimisticLockingException || e instanceof NullValueException || isLock(e)) {
            return new TaskDone();
        }
        if (e instanceof SuspendedEntityInteractionException) {
            return new ProcessSuspended();
        }
        if (e instanceof AuthorizationException) {
            return new AccessDeniedException("refused by the engine", e);
        }
        RuleViolated rule = Unmodelled.take();
        return rule != null && isUnmodelled(e, rule) ? rule : e;
    }

    /** The engine reports an error that no diagram models by its code, and without its cause. */
    private static boolean isUnmodelled(ProcessEngineException e, RuleViolated rule) {
        return String.valueOf(e.getMessage()).contains("'" + rule.code() + "'");
    }

    /** A listener's or a step's own error, which the engine has wrapped. */
    private static @Nullable RuntimeException cause(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof DomainError || each instanceof AccessDeniedException) {
                return (RuntimeException) each;
            }
        }
        return null;
    }

    /** Two people met in the database: a deadlock or a lock that was waited for too long. */
    private static boolean isLock(Throwable e) {
        for (Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLTransactionRollbackException || each instanceof SQLTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
