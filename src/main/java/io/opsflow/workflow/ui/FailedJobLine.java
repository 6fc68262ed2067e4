package io.opsflow.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Ago;
import io.opsflow.workflow.FailedJob;

/** A failed job in few lines, for narrow screens. */
final class FailedJobLine extends Composite<Div> {

    FailedJobLine(FailedJob job, Component key, Component actions) {
        Span where = new Span(job.activityName());
        where.addClassName("ops-strong");
        Span head = new Span(key, where, FailedJobActions.state(job), Ago.of(job.failedAt()));
        head.addClassName("ops-row");
        Span message = new Span(job.message());
        message.addClassName("process-message");
        getContent().addClassName("ops-narrow-row");
        getContent().add(head, message, actions);
    }
}
