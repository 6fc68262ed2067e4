package io.opsflow.tickets.ui;

import io.opsflow.design.HomeTile;
import io.opsflow.design.Tone;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.tickets.Priority;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.Tickets;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How many of the open tickets are urgent. */
@Component
class UrgentTicketsTile implements HomeTile {

    private final Tickets tickets;

    UrgentTicketsTile(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String title() {
        return "tickets.home.urgent";
    }

    @Override
    public boolean isVisible() {
        return Actor.may(Permissions.TICKETS_VIEW);
    }

    @Override
    public long count() {
        TicketFilter urgent = new TicketFilter(
                Set.of(), Set.of(Priority.URGENT), null, null, null, null, true, null, null, null, null);
        return tickets.search(urgent, Paging.first(1)).total();
    }

    @Override
    public String link() {
        return TicketRoutes.LIST + "?" + TicketFilters.PRIORITY + "=" + Priority.URGENT.code();
    }

    @Override
    public Tone tone() {
        return Tone.BAD;
    }
}
