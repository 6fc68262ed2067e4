package io.opsflow.kernel;

/** Something that is needed does not answer now; the same request may succeed later. */
public non-sealed class Unavailable extends DomainError {

    private static final long serialVersionUID = 1L;

    public Unavailable(String code, Object... args) {
        super(code, args);
    }

    @Override
    public int status() {
        return 503;
    }
}
