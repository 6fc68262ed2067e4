package io.opsflow.tickets.ui;

import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.tickets.TicketSummary;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.People;
import jakarta.annotation.security.RolesAllowed;

/** The closed tickets that one may see, the latest first. */
@Route(TicketRoutes.HISTORY)
@Menu(title = "tickets.history.menu", order = 102, icon = "history")
@RolesAllowed("tickets.view")
class TicketHistoryView extends ListPage<TicketSummary> implements HasDynamicTitle {

    TicketHistoryView(Tickets tickets, People people) {
        super("tickets.history.title", (filters, paging) -> tickets.search(TicketFilters.of(filters, false), paging));
        search(TicketFilters.TEXT, "tickets.filter.text");
        choice(TicketFilters.PRIORITY, "tickets.filter.priority", TicketFilters.priorities());
        choice(TicketFilters.TYPE, "tickets.filter.type", TicketFilters.types());
        if (TicketPeople.canChoose()) {
            choice(TicketFilters.CREATOR, "tickets.filter.creator", TicketPeople.with(people, TicketPeople.REQUESTER));
            choice(TicketFilters.ASSIGNEE, "tickets.filter.assignee", TicketPeople.with(people, TicketPeople.ENGINEER));
        }
        day(TicketFilters.CLOSED_FROM, "tickets.filter.closed.from");
        day(TicketFilters.CLOSED_TO, "tickets.filter.closed.to");

        column("tickets.column.key", ticket -> Key.of(ticket.key().toString()))
                .width("104px")
                .sortable("key");
        column("tickets.column.title", TicketSummary::title).grows();
        column("tickets.column.outcome", ticket -> TicketWords.chip(ticket.outcome()))
                .width("110px");
        column("tickets.column.priority", ticket -> TicketWords.markWithWord(ticket.priority()))
                .width("96px")
                .sortable("priority");
        column("tickets.column.type", ticket -> TicketWords.of(ticket.taskType()))
                .width("88px");
        column("tickets.column.creator", ticket -> TicketWords.person(ticket.creatorName()))
                .width("110px");
        column("tickets.column.assignee", ticket -> TicketWords.person(ticket.assigneeName()))
                .width("110px");
        column("tickets.column.created", TicketSummary::createdAt)
                .width("116px")
                .sortable("created_at")
                .hidden();
        column("tickets.column.closed", TicketSummary::closedAt).width("116px").sortable("closed_at");
        narrow(TicketLine::new);
        onOpen(ticket -> TicketRoutes.one(ticket.key()));
        empty("history", "tickets.empty.history", "tickets.empty.history.hint");
        sortedBy("closed_at", true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tickets.history.title");
    }
}
