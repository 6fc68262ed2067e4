package io.opsflow.workflow;

/**
 * A task that somebody is completing: who may and what the form demands has been checked.
 *
 * @param objectKey what the process is about
 * @param taskId    the engine's task
 * @param step      the task's id in the diagram
 * @param action    what completing it means to the module
 * @param answers   the form's fields, typed as the form says
 */
public record Completion(String objectKey, String taskId, String step, String action, Answers answers) {}
