package io.opsflow.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/** Name and password are those of a registration that is not, or will not be, an account: only its owner is told. */
public final class StillApplicant extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final ApplicantStatus status;
    private final @Nullable String reason;

    StillApplicant(ApplicantStatus status, @Nullable String reason) {
        super("not an account yet");
        this.status = status;
        this.reason = reason;
    }

    /** What has become of the registration. */
    public ApplicantStatus status() {
        return status;
    }

    /** Why it was refused. */
    public @Nullable String reason() {
        return reason;
    }
}
