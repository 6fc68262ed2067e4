package io.opsflow.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** A frame that needs no data: for the page that says that something failed. */
@AnonymousAllowed
class PlainLayout extends Div implements RouterLayout {

    PlainLayout() {
        Header top = new Header(new Brand("home"));
        top.addClassName("ops-top");
        top.getStyle().set("height", "var(--ops-bar)");
        add(top);
    }
}
