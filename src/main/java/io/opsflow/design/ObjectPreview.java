package io.opsflow.design;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/**
 * What a screen that knows an object by its key only shows of it: the inbox beside a task's form. Modules implement it as
 * a bean and give only what the person who is signed in may see.
 */
public interface ObjectPreview {

    /**
     * An object at a glance.
     *
     * @param chips state, kind and the like, for the line below the title
     * @param line  one line of facts: whose it is and since when
     * @param body  what somebody must have read before acting
     */
    record Preview(List<Component> chips, Component line, Component body) {}

    /** The object with exactly this key, if it is one of this module's. */
    Optional<Preview> of(String key);
}
