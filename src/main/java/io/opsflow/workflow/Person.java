package io.opsflow.workflow;

/**
 * Somebody who can be given work.
 *
 * @param username the immutable name to sign in with
 * @param name     the name that people know them by
 */
public record Person(String username, String name) {}
