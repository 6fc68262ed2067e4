package io.opsflow.kernel;

import java.util.List;

/** Something that was sent cannot be accepted as it is; every refused field says why. */
public non-sealed class InvalidInput extends DomainError {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    /** Several fields at once, at least one. */
    public InvalidInput(List<FieldError> errors) {
        super("invalid-input", errors.toArray());
        this.errors = List.copyOf(errors);
    }

    /** One field. */
    public InvalidInput(String field, String code, Object... args) {
        this(List.of(new FieldError(field, code, List.of(args))));
    }

    /** The refused fields with their reasons. */
    public List<FieldError> errors() {
        return errors;
    }

    @Override
    public int status() {
        return 400;
    }
}
