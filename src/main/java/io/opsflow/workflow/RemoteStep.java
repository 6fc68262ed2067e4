package io.opsflow.workflow;

/**
 * A step that leaves the machine: SSH, HTTP, mail. It may take long and fail for a while, so a diagram gives it a job of its
 * own and says how often it is tried again.
 */
public interface RemoteStep extends ProcessStep {}
