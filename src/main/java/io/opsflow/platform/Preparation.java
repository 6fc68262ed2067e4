package io.opsflow.platform;

/** What a database must hold before anybody works with it: put there, where it is missing, at every start and by {@code init-db}. */
public abstract class Preparation extends AtStart {

    /** @param phase {@link #ENGINE} or {@link #DATA} */
    protected Preparation(int phase) {
        super(phase);
    }
}
