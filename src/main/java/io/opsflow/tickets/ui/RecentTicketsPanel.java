package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.design.Ago;
import io.opsflow.design.HomePanel;
import io.opsflow.design.Key;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.TicketSummary;
import io.opsflow.tickets.Tickets;
import java.util.List;

/** The latest movements among the open tickets that one may see. */
@org.springframework.stereotype.Component
class RecentTicketsPanel implements HomePanel {

    private static final int ROWS = 8;

    private final Tickets tickets;

    RecentTicketsPanel(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title() {
        return "tickets.home.recent";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.TICKETS_VIEW);
    }

    @Override
    public String link() {
        return TicketRoutes.LIST + "?sort=updated_at,desc";
    }

    @Override
    public Component content() {
        List<TicketSummary> recent = tickets.search(
                        TicketFilter.open(true), new Paging(0, ROWS, "updated_at,desc", null))
                .items();
        if (recent.isEmpty()) {
            Paragraph none = new Paragraph(I18NProvider.translate("tickets.empty.list"));
            none.addClassName("ops-dim");
            return none;
        }
        Div rows = new Div();
        recent.forEach(ticket -> rows.add(row(ticket)));
        return rows;
    }

    private static Anchor row(TicketSummary ticket) {
        Span title = new Span(ticket.title());
        title.addClassName("ops-title");
        Anchor row = new Anchor(
                TicketRoutes.one(ticket.key()),
                TicketWords.mark(ticket.priority()),
                Key.plain(ticket.key().toString()),
                title,
                TicketWords.chip(ticket.status(), ticket.outcome()),
                Ago.of(ticket.updatedAt()));
        row.addClassName("ops-task-row");
        return row;
    }
}
