package io.opsflow.accounts;

/** Whether people may get themselves an account here. */
public enum RegistrationMode {
    /** At once, as requesters. */
    OPEN,
    /** After an administrator has said yes, in the process of registrations. */
    APPROVAL,
    /** Not at all. */
    CLOSED
}
