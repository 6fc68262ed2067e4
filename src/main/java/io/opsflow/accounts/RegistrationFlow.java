package io.opsflow.accounts;

/** The process of a registration: the port that {@code process} implements. */
public interface RegistrationFlow {

    /** Somebody has asked for an account. */
    void start(RegistrationKey key);
}
