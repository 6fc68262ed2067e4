package io.opsflow.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** The product's name as a link home. */
final class Brand extends Anchor {

    Brand(String path) {
        super(path, "");
        add("Ops");
        add(new Span("Flow"));
        addClassName("ops-brand");
        getElement().setAttribute("aria-label", "OpsFlow");
    }
}
