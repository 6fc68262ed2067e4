package io.opsflow.kernel;

/** There is no such thing, or it is invisible to the person who asked: the two are never told apart. */
public non-sealed class NotFound extends DomainError {

    private static final long serialVersionUID = 1L;

    /** Nothing is known under this key. */
    public NotFound(Object key) {
        this("not-found", key.toString()); // a number is a name here: no thousands separators
    }

    protected NotFound(String code, Object... args) {
        super(code, args);
    }

    @Override
    public int status() {
        return 404;
    }
}
