package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Ago;
import io.opsflow.design.Key;
import io.opsflow.tickets.TicketSummary;

/** A ticket in two lines, for narrow screens. */
final class TicketLine extends Composite<Div> {

    TicketLine(TicketSummary ticket) {
        Span title = new Span(ticket.title());
        title.addClassName("ops-cell");
        Div facts = new Div(
                TicketWords.mark(ticket.priority()),
                Key.plain(ticket.key().toString()),
                TicketWords.chip(ticket.status(), ticket.outcome()),
                Ago.of(ticket.closedAt() == null ? ticket.createdAt() : ticket.closedAt()));
        facts.addClassName("ops-row");
        getContent().addClassName("ops-narrow-row");
        getContent().add(title, facts);
    }
}
