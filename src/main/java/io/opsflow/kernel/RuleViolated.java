package io.opsflow.kernel;

/** The request is well-formed, but a rule forbids it in the present state. A diagram can model it as a BPMN error. */
public abstract non-sealed class RuleViolated extends DomainError {

    private static final long serialVersionUID = 1L;

    protected RuleViolated(String code, Object... args) {
        super(code, args);
    }

    @Override
    public int status() {
        return 409;
    }
}
