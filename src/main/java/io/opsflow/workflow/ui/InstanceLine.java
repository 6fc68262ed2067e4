package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Ago;
import io.opsflow.workflow.InstanceSummary;

/** An instance in few lines, for narrow screens. */
final class InstanceLine extends Composite<Div> {

    InstanceLine(InstanceSummary instance, Component key) {
        Span title = new Span(instance.title() == null ? "" : instance.title());
        title.addClassName("ops-strong");
        Span head = new Span(key, ProcessWords.chip(instance.state()), Ago.of(instance.startedAt()));
        head.addClassName("ops-row");
        Span standing = new Span(ProcessWords.standing(instance));
        standing.addClassName("ops-muted");
        getContent().addClassName("ops-narrow-row");
        getContent().add(head, title, standing);
    }
}
