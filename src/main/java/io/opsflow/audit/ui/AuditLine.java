package io.opsflow.audit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.audit.AuditItem;
import io.opsflow.design.Ago;

/** An entry in few lines, for narrow screens. */
final class AuditLine extends Composite<Div> {

    AuditLine(AuditItem entry) {
        Span what = new Span(AuditWords.action(entry.action()));
        what.addClassName("ops-strong");
        Span head = new Span(what, AuditWords.result(entry));
        head.addClassName("ops-row");
        Span who = new Span(AuditWords.who(entry));
        Span key = new Span(entry.object() == null ? "" : entry.object());
        Span line = new Span(who, key, Ago.of(entry.createdAt()));
        line.addClassNames("ops-row", "ops-dim");
        getContent().addClassName("ops-narrow-row");
        getContent().add(head, line);
    }
}
