package io.opsflow.workflow;

/** How soon somebody should act, the most urgent first. */
public enum Urgency {
    URGENT,
    HIGH,
    MEDIUM,
    LOW
}
