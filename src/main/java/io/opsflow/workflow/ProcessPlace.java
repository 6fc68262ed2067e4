package io.opsflow.workflow;

/**
 * A place of a diagram where an instance can stand for a while.
 *
 * @param activityId the place's id in the diagram
 * @param name       its name in the language asked for
 */
public record ProcessPlace(String activityId, String name) {}
