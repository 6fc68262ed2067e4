package io.opsflow.workflow;

/**
 * What happens at one place of a diagram now, over all instances.
 *
 * @param activityId the place's id in the diagram
 * @param name       its name in the language asked for
 * @param running    how many tokens stand there
 * @param failed     how many of them failed and are not tried again by themselves
 */
public record ActivityCount(String activityId, String name, long running, long failed) {}
