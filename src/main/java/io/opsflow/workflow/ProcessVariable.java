package io.opsflow.workflow;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A value that a diagram, a decision table or a form reads. There are four kinds, all plain; facts stay in the database.
 *
 * @param <T> the value's type in Java
 */
public final class ProcessVariable<T> {

    /** What a variable can hold. */
    public enum Kind {
        TEXT,
        FLAG,
        NUMBER,
        INSTANT
    }

    private final String name;
    private final Kind kind;

    private ProcessVariable(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, Kind.TEXT);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Kind.FLAG);
    }

    public static ProcessVariable<BigDecimal> number(String name) {
        return new ProcessVariable<>(name, Kind.NUMBER);
    }

    public static ProcessVariable<Instant> instant(String name) {
        return new ProcessVariable<>(name, Kind.INSTANT);
    }

    /** The name that diagrams and forms use. */
    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    /** The variable with a value for a process that starts. */
    public Value with(T value) {
        return new Value(name, value);
    }

    /**
     * A variable with its value.
     *
     * @param name  the variable's name
     * @param value a text, a flag, a number or an instant
     */
    public record Value(String name, Object value) {}
}
