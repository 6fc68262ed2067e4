package io.opsflow.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Stands where a list would: says what would be here, and offers the next step. */
public final class EmptyState extends Div {

    /** With texts (not keys) and the next steps, usually one button or none. */
    public EmptyState(String glyph, String title, String hint, Component... nextSteps) {
        addClassName("ops-empty");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("ops-empty-title");
        Paragraph explanation = new Paragraph(hint);
        explanation.addClassName("ops-muted");
        add(Glyph.of(glyph), heading, explanation);
        add(nextSteps);
    }
}
