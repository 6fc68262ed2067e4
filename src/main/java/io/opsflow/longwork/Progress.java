package io.opsflow.longwork;

/** What work tells about itself while it goes on. */
public interface Progress {

    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void at(long done, long total) {
            // nobody listens
        }

        @Override
        public void done(String result) {
            // nobody listens
        }
    };

    /**
     * How far it is.
     *
     * @throws java.util.concurrent.CancellationException the program ends, so that nothing of it may be recorded
     */
    void at(long done, long total);

    /**
     * It is done, in the present transaction: either both are recorded, the work and its end, or nothing is.
     *
     * @throws java.util.concurrent.CancellationException people have been told already that it was interrupted
     */
    void done(String result);
}
