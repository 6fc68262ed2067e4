package io.opsflow.workflow;

/**
 * A task's form, ready to be shown.
 *
 * @param schema a Camunda Form in JSON, in one language, with the options filled in
 * @param data   what the fields hold at first, in JSON
 */
public record TaskForm(String schema, String data) {}
