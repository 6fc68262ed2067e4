package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Ago;
import io.opsflow.design.Card;
import io.opsflow.design.KeyValues;
import io.opsflow.design.ObjectPreview;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.TicketStatus;
import io.opsflow.tickets.Tickets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the inbox shows of a ticket: its marks, its description, and what was said at the steps before. */
@org.springframework.stereotype.Component
class TicketPreview implements ObjectPreview {

    private final Tickets tickets;

    TicketPreview(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Optional<Preview> of(String key) {
        if (!TicketKey.isKey(key)) {
            return Optional.empty();
        }
        TicketDetails ticket = tickets.get(TicketKey.of(key));
        List<Component> chips = List.of(
                TicketWords.chip(ticket.status(), ticket.outcome()),
                TicketWords.chip(ticket.taskType()),
                TicketWords.chip(ticket.priority()));
        Span line = new Span(
                new Span(I18NProvider.translate("tickets.submitted.by", ticket.creatorName()) + " "),
                Ago.of(ticket.createdAt()));
        line.addClassName("ops-muted");
        return Optional.of(new Preview(chips, line, body(ticket)));
    }

    private static Card body(TicketDetails ticket) {
        Div description = new Div(
                ticket.description().isBlank()
                        ? I18NProvider.translate("tickets.description.none")
                        : ticket.description());
        description.addClassName("ticket-description");
        KeyValues said = new KeyValues();
        said(said, "review", ticket.reviewerName(), ticket.reviewComment());
        said(said, "assign", ticket.assigneeName(), ticket.assignComment());
        said(said, "handle", ticket.handlerName(), ticket.handleComment());
        if (ticket.status() == TicketStatus.IN_PROGRESS) {
            said(said, "confirm", ticket.creatorName(), ticket.confirmComment());
        }
        Card card = new Card(I18NProvider.translate("tickets.field.description"), description);
        if (said.getChildren().findAny().isPresent()) {
            card.add(said);
        }
        return card;
    }

    private static void said(KeyValues facts, String stage, @Nullable String who, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            String step = I18NProvider.translate("tickets.stage." + stage);
            facts.fact(who == null || stage.equals("assign") ? step : step + " · " + who, words);
        }
    }
}
