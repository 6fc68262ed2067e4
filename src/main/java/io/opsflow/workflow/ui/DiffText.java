package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A unified diff line by line: what goes, what comes. Long lines scroll. */
final class DiffText extends Composite<Div> {

    /** Nobody reads more of it on a screen. */
    private static final int MOST = 1_000;

    DiffText(String difference) {
        List<String> lines = difference.lines().toList();
        getContent().addClassName("release-diff");
        // What scrolls must be reachable by keyboard, and have a name then.
        getContent().getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", getTranslation("workflow.release.difference"));
        lines.stream().limit(MOST).forEach(this::line);
        if (lines.size() > MOST) {
            getContent().add(new Span(getTranslation("workflow.release.difference.more", lines.size() - MOST)));
        }
    }

    private void line(String text) {
        Span line = new Span(text);
        if (text.startsWith("+++") || text.startsWith("---")) {
            line.addClassName("file");
        } else if (text.startsWith("@@")) {
            line.addClassName("place");
        } else if (text.startsWith("+")) {
            line.addClassName("comes");
        } else if (text.startsWith("-")) {
            line.addClassName("goes");
        }
        getContent().add(line);
    }
}
