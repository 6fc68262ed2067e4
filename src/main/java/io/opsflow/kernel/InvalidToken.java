package io.opsflow.kernel;

import org.springframework.security.core.AuthenticationException;

/** A token opens nothing: it is none of ours, has expired, or was ended. Which of these is nobody's business. */
public final class InvalidToken extends AuthenticationException {

    public static final String CODE = "token-invalid";

    private static final long serialVersionUID = 1L;

    public InvalidToken() {
        super("the token opens nothing");
    }
}
