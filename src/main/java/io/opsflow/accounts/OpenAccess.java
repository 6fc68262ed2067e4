package io.opsflow.accounts;

/** A way by which people stay signed in. */
interface OpenAccess {

    /** Whatever this person is signed in by ends. */
    void endAll(String username);
}
