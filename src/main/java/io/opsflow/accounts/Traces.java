package io.opsflow.accounts;

/** Where people leave their names by working: the port through which other modules say so. */
@FunctionalInterface
public interface Traces {

    /** Whether this person has left anything here, so that the name must keep its owner. */
    boolean of(String username);
}
