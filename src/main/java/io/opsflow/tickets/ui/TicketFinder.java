package io.opsflow.tickets.ui;

import io.opsflow.design.ObjectFinder;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Paging;
import io.opsflow.kernel.Permissions;
import io.opsflow.tickets.TicketFilter;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds tickets for the jump box, by key or by text. */
@Component
class TicketFinder implements ObjectFinder {

    private final Tickets tickets;

    TicketFinder(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Optional<String> path(String key) {
        return TicketKey.isKey(key) && Actor.may(Permissions.TICKETS_VIEW)
                ? Optional.of(TicketRoutes.one(TicketKey.of(key)))
                : Optional.empty();
    }

    @Override
    public List<Hit> find(String text, int limit) {
        if (!Actor.may(Permissions.TICKETS_VIEW) || text.isBlank()) {
            return List.of();
        }
        TicketFilter filter =
                new TicketFilter(Set.of(), Set.of(), null, null, null, text.strip(), null, null, null, null, null);
        return tickets.search(filter, Paging.first(limit)).items().stream()
                .map(ticket -> new Hit(ticket.key().toString(), ticket.title(), TicketRoutes.one(ticket.key())))
                .toList();
    }
}
