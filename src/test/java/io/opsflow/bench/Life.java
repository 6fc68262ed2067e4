package io.opsflow.bench;

/** A client's way of taking one ticket from its request to the requester's confirmation. */
interface Life {

    void live(Moves moves);
}
