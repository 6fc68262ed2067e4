package io.opsflow.workflow;

/**
 * An open task that is one person's.
 *
 * @param returnable whether others may do it as well, so that it can be given back to them
 */
public record HeldTask(String id, String objectKey, String title, String stepName, boolean returnable) {}
