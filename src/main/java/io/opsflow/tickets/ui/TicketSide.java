package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import io.opsflow.design.Card;
import io.opsflow.design.Formats;
import io.opsflow.design.KeyValues;
import io.opsflow.tickets.TicketDetails;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Beside a ticket: the way through its process, the people and the dates. */
final class TicketSide extends Composite<Aside> {

    TicketSide() {
        getContent().addClassNames("ops-stack", "ticket-side");
    }

    void show(TicketSight sight) {
        getContent().removeAll();
        getContent()
                .add(
                        new Card(getTranslation("tickets.steps"), TicketSteps.of(sight)),
                        people(sight.ticket()),
                        dates(sight.ticket()));
    }

    private Card people(TicketDetails ticket) {
        return new Card(
                getTranslation("tickets.people"),
                new KeyValues()
                        .fact(getTranslation("tickets.people.creator"), ticket.creatorName())
                        .fact(getTranslation("tickets.people.reviewer"), ticket.reviewerName())
                        .fact(getTranslation("tickets.people.assignee"), ticket.assigneeName())
                        .fact(getTranslation("tickets.people.handler"), ticket.handlerName()));
    }

    private Card dates(TicketDetails ticket) {
        KeyValues dates = new KeyValues()
                .fact(getTranslation("tickets.dates.created"), exact(ticket.createdAt()))
                .fact(getTranslation("tickets.dates.updated"), exact(ticket.updatedAt()))
                .fact(getTranslation("tickets.dates.closed"), exact(ticket.closedAt()));
        if (ticket.closedAt() != null) {
            dates.fact(
                    getTranslation("tickets.dates.lead"),
                    Formats.duration(Duration.between(ticket.createdAt(), ticket.closedAt())));
        }
        return new Card(getTranslation("tickets.dates"), dates);
    }

    private static Component exact(@Nullable Instant instant) {
        return new Span(instant == null ? "—" : Formats.dateTime(instant));
    }
}
