package io.opsflow.tickets.ui;

import com.vaadin.flow.component.dialog.Dialog;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Notice;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.Tickets;

/** Lets the requester correct a ticket before its review. What somebody else changed meanwhile is not overwritten. */
final class CorrectDialog extends Dialog {

    private final Tickets tickets;
    private final TicketDetails ticket;
    private final Runnable changed;
    private final TicketFields fields;

    CorrectDialog(Tickets tickets, Texts texts, TicketDetails ticket, Runnable changed) {
        this.tickets = tickets;
        this.ticket = ticket;
        this.changed = changed;
        fields = new TicketFields(texts);
        fields.show(ticket);
        addClassNames("ticket-dialog", "wide");
        setHeaderTitle(getTranslation("tickets.correct.title", ticket.key()));
        DialogButtons.of(this, getTranslation("tickets.correct.save"), this::save);
        add(fields);
    }

    private void save() {
        try {
            if (Attempt.of(() -> tickets.correct(ticket.key(), fields.corrected(ticket.version())), fields::refuse)) {
                close();
                Notice.done(getTranslation("tickets.correct.done", ticket.key()));
            }
        } finally {
            changed.run(); // also when the review came first
        }
    }
}
