package io.opsflow.audit;

import io.opsflow.kernel.DomainError;
import io.opsflow.kernel.InvalidInput;
import io.opsflow.kernel.TooManyAttempts;
import io.opsflow.kernel.Unavailable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;

/** Why something was not done, in one word. */
final class Refusal {

    static final String WRONG_PASSWORD = "wrong-password";

    private Refusal() {}

    static AuditResult result(Throwable why) {
        boolean refused = (why instanceof DomainError && !(why instanceof Unavailable))
                || why instanceof AccessDeniedException
                || why instanceof AuthenticationException
                || why instanceof OptimisticLockingFailureException;
        return refused ? AuditResult.REFUSED : AuditResult.FAILED;
    }

    static String code(Throwable why) {
        if (why instanceof InvalidInput input && !input.errors().isEmpty()) {
            return input.errors().get(0).code();
        }
        if (why instanceof DomainError error) {
            return error.code();
        }
        if (why instanceof AccessDeniedException) {
            return "access-denied";
        }
        if (why instanceof BadCredentialsException) {
            return WRONG_PASSWORD;
        }
        if (why instanceof TooManyAttempts) {
            return TooManyAttempts.CODE;
        }
        if (why instanceof AuthenticationCredentialsNotFoundException) {
            return "not-signed-in";
        }
        return why instanceof OptimisticLockingFailureException
                ? "changed-meanwhile"
                : why.getClass().getSimpleName();
    }
}
