package io.opsflow.design;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What a module offers beside the form of a task, for what a form cannot take: photographs, scans. Modules implement it as a
 * bean; only whoever may complete the task is offered anything. Components with scripts of their own must be named by
 * {@code @Uses} where tasks are shown, or they stay empty there.
 */
public interface TaskAid {

    /**
     * What belongs to an action on the object with exactly this key; empty where nothing does. What is {@link Refreshable} is
     * told to look again from time to time.
     */
    Optional<Component> of(String key, String action);
}
