package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;

/**
 * A part of a page that refreshes itself while somebody looks at it: every few seconds, and at once when the page comes to
 * the front again. The browser asks, so the work is done in an ordinary request, by the person who is signed in.
 */
@Tag("ops-live")
@JsModule("./src/ops-live.ts")
public final class LivePanel extends Div {

    /** Calls the refresh every so often while the panel is attached and its page visible. */
    public LivePanel(Duration every, Runnable refresh, Component... content) {
        super(content);
        getElement().setAttribute("every", Long.toString(every.toMillis()));
        getElement().addEventListener("ops-live-tick", tick -> refresh.run());
    }
}
