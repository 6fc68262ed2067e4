package io.opsflow.workflow;

import io.opsflow.kernel.RuleViolated;
import org.jspecify.annotations.Nullable;

/** There is nothing to retry: somebody did already, it is still tried by itself, or it is over. */
public final class JobNotFailed extends RuleViolated {

    /** Problem type, BPMN error code and message key: it is still tried by itself. */
    public static final String CODE = "job-not-failed";

    private static final String RETRIED = "job-retried";
    private static final String OVER = "job-over";
    private static final long serialVersionUID = 1L;

    private JobNotFailed(String code, Object... args) {
        super(code, args);
    }

    /** Somebody has let it be tried again; null: the engine does by itself. */
    static JobNotFailed retriedBy(@Nullable String name) {
        return name == null ? new JobNotFailed(CODE) : new JobNotFailed(RETRIED, name);
    }

    /** It went through, or its instance has ended. */
    static JobNotFailed over() {
        return new JobNotFailed(OVER);
    }
}
