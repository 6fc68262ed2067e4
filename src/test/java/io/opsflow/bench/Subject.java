package io.opsflow.bench;

/** What lives are led in: the product, the bare engine, or the product behind HTTP. */
interface Subject extends Life {

    /** Whether every ticket is closed: the last step of a life is the job executor's. */
    boolean isAllClosed();
}
