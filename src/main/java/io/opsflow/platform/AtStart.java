package io.opsflow.platform;

import org.springframework.context.SmartLifecycle;

/** What is done once at every start, in the order of the phases and before the web server lets anybody in. */
public abstract class AtStart implements SmartLifecycle {

    /** Models, grants, what the last stop interrupted: before anything is started or done. */
    protected static final int ENGINE = 0;

    /** Data that is made by living through processes: behind their models, before the job executor. */
    protected static final int DATA = 100;

    private final int phase;
    private volatile boolean done;

    /** @param phase {@link #ENGINE} or {@link #DATA} */
    protected AtStart(int phase) {
        this.phase = phase;
    }

    /** Does it; an exception ends the start. */
    protected abstract void run();

    @Override
    public final void start() {
        run();
        done = true;
    }

    @Override
    public final void stop() {
        done = false;
    }

    @Override
    public final boolean isRunning() {
        return done;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
