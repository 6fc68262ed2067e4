package io.opsflow.tickets.ui;

import io.opsflow.design.HomeTile;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.Tickets;
import org.springframework.stereotype.Component;

/** How many tickets are open, of those that one may see. */
@Component
class OpenTicketsTile implements HomeTile {

    private final Tickets tickets;

    OpenTicketsTile(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public String title() {
        return "tickets.home.open";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.TICKETS_VIEW);
    }

    @Override
    public long count() {
        return tickets.search(TicketFilter.open(true), Paging.first(1)).total();
    }

    @Override
    public String link() {
        return TicketRoutes.LIST;
    }
}
