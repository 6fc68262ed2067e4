package io.opsflow.workflow;

/**
 * People whom tasks are offered to together: those who have a role, or the members of a group.
 *
 * @param code what diagrams call it: {@code SUPERVISOR}, {@code g-network}
 * @param name the name that people know it by
 */
public record Team(String code, String name) {}
