package io.opsflow.workflow;

/**
 * Something that happens to an object and that its process may wait for.
 *
 * @param name as in the diagram: {@code <module>.<past participle>}
 */
public record Message(String name) {

    public static Message named(String name) {
        return new Message(name);
    }
}
