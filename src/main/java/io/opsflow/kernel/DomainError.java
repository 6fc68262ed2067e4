package io.opsflow.kernel;

import java.util.Arrays;

/**
 * Something that was asked for cannot be done, and the person who asked can be told why.
 *
 * <p>The code is the problem type of the API, the BPMN error code and the end of the message key
 * ({@code error.<code>}); the arguments fill the sentence's places.
 */
public abstract sealed class DomainError extends RuntimeException
        permits InvalidInput, NotFound, RuleViolated, Unavailable {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] args;

    protected DomainError(String code, Object... args) {
        super(code + " " + Arrays.toString(args));
        this.code = code;
        this.args = args.clone();
    }

    /** The error's name in kebab-case, stable across releases. */
    public String code() {
        return code;
    }

    /** What fills the places of the sentence, in order. */
    public Object[] args() {
        return args.clone();
    }

    /** The HTTP status that stands for this branch of the family. */
    public abstract int status();
}
