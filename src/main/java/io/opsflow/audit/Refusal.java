package io.opsflow.audit;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.Unavailable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** Why something was not done, in one word. */
final class Refusal {

    private Refusal() {}

    static AuditResult result(Throwable why) {
        boolean refused = (why instanceof DomainError && !(why instanceof Unavailable))
                || why instanceof AccessDeniedException
                || why instanceof AuthenticationException
                || why instanceof OptimisticLockingFailureException;
        return refused ? AuditResult.REFUSED : AuditResult.FAILED;
    }

    static String code(Throwable why) {
        if (why instanceof DomainError error) {
            return error.code();
        }
        if (why instanceof AccessDeniedException) {
            return "access-denied";
        }
        if (why instanceof AuthenticationException) {
            return "not-signed-in";
        }
        return why instanceof OptimisticLockingFailureException
                ? "changed-meanwhile"
                : why.getClass().getSimpleName();
    }
}
