package io.opsflow.tickets.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Glyph;
import io.opsflow.design.Go;
import io.opsflow.design.Kbd;
import io.opsflow.design.Key;
import io.opsflow.design.ListPage;
import io.opsflow.kernel.Actor;
import io.opsflow.kernel.Permissions;
import io.opsflow.tickets.TicketSummary;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.People;
import jakarta.annotation.security.RolesAllowed;

/** The open tickets that one may see. */
@Route(TicketRoutes.LIST)
@Menu(title = "tickets.menu", order = 100, icon = "ticket")
@RolesAllowed("tickets.view")
class TicketListView extends ListPage<TicketSummary> implements HasDynamicTitle {

    TicketListView(Tickets tickets, People people) {
        super("tickets.list.title", (filters, paging) -> tickets.search(TicketFilters.of(filters, true), paging));
        search(TicketFilters.TEXT, "tickets.filter.text");
        choice(TicketFilters.STATUS, "tickets.filter.status", TicketFilters.statuses());
        choice(TicketFilters.PRIORITY, "tickets.filter.priority", TicketFilters.priorities());
        choice(TicketFilters.TYPE, "tickets.filter.type", TicketFilters.types());
        if (TicketPeople.canChoose()) {
            choice(TicketFilters.CREATOR, "tickets.filter.creator", TicketPeople.with(people, TicketPeople.REQUESTER));
            choice(TicketFilters.ASSIGNEE, "tickets.filter.assignee", TicketPeople.with(people, TicketPeople.ENGINEER));
        }
        day(TicketFilters.CREATED_FROM, "tickets.filter.created.from");
        day(TicketFilters.CREATED_TO, "tickets.filter.created.to");
        action("tickets.new.menu", "plus", Permissions.TICKETS_CREATE, () -> Go.to(TicketRoutes.NEW));

        column("tickets.column.key", ticket -> Key.of(ticket.key().toString()))
                .width("104px")
                .sortable("key");
        column("tickets.column.priority", ticket -> TicketWords.markWithWord(ticket.priority()))
                .width("96px")
                .sortable("priority");
        column("tickets.column.title", TicketSummary::title).grows();
        column("tickets.column.status", ticket -> TicketWords.chip(ticket.status(), ticket.outcome()))
                .width("124px")
                .sortable("status");
        column("tickets.column.type", ticket -> TicketWords.of(ticket.taskType()))
                .width("88px");
        column("tickets.column.creator", ticket -> TicketWords.person(ticket.creatorName()))
                .width("110px");
        column("tickets.column.assignee", ticket -> TicketWords.person(ticket.assigneeName()))
                .width("110px");
        column("tickets.column.created", TicketSummary::createdAt)
                .width("116px")
                .sortable("created_at");
        column("tickets.column.updated", TicketSummary::updatedAt)
                .width("116px")
                .sortable("updated_at")
                .hidden();
        narrow(TicketLine::new);
        onOpen(ticket -> TicketRoutes.one(ticket.key()));
        if (Actor.may(Permissions.TICKETS_CREATE)) {
            Button create =
                    new Button(getTranslation("tickets.new.menu"), Glyph.of("plus"), click -> Go.to(TicketRoutes.NEW));
            empty("ticket", "tickets.empty.list", "tickets.empty.list.create", create);
        } else {
            empty("ticket", "tickets.empty.list", "tickets.empty.list.hint");
        }
        foot(
                Kbd.hint(getTranslation("tickets.keys.move"), "j", "k"),
                Kbd.hint(getTranslation("tickets.keys.open"), "⏎"),
                Kbd.hint(getTranslation("tickets.keys.filter"), "/"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tickets.list.title");
    }
}
