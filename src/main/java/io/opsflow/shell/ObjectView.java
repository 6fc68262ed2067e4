package io.opsflow.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.opsflow.design.ObjectFinder;
import io.opsflow.kernel.NotFound;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;

/** Leads from an object's key, which is all that others know of it, to its page. */
@Route("o/:key")
@PermitAll
class ObjectView extends Div implements BeforeEnterObserver {

    private final List<ObjectFinder> finders;

    ObjectView(List<ObjectFinder> finders) {
        this.finders = finders;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        event.forwardTo(finders.stream()
                .map(finder -> finder.path(key))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new NotFound(key)));
    }
}
