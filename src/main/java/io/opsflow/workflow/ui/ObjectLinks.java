package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.opsflow.design.Key;
import io.opsflow.design.ObjectFinder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of objects of all modules, as links where the reader may see the object. */
@SpringComponent
final class ObjectLinks {

    private final List<ObjectFinder> finders;

    ObjectLinks(List<ObjectFinder> finders) {
        this.finders = List.copyOf(finders);
    }

    /** A title is known of what the reader may see, and of nothing else. */
    Component of(@Nullable String objectKey, @Nullable String title) {
        if (objectKey == null) {
            return new Span("—");
        }
        if (title == null) {
            return Key.of(objectKey);
        }
        return finders.stream()
                .flatMap(finder -> finder.path(objectKey).stream())
                .findFirst()
                .map(path -> Key.linked(objectKey, path))
                .orElseGet(() -> Key.of(objectKey));
    }
}
