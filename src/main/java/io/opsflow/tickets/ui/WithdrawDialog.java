package io.opsflow.tickets.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import io.opsflow.design.Attempt;
import io.opsflow.design.DialogButtons;
import io.opsflow.design.Formats;
import io.opsflow.design.Notice;
import io.opsflow.kernel.FieldError;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.Tickets;
import io.opsflow.tickets.WithdrawTicket;
import java.util.List;

/** Asks the requester before a ticket is withdrawn, and why. */
final class WithdrawDialog extends Dialog {

    private final Tickets tickets;
    private final Texts texts;
    private final TicketDetails ticket;
    private final Runnable changed;
    private final TextArea reason = new TextArea();

    WithdrawDialog(Tickets tickets, Texts texts, TicketDetails ticket, Runnable changed) {
        this.tickets = tickets;
        this.texts = texts;
        this.ticket = ticket;
        this.changed = changed;
        addClassName("ticket-dialog");
        setHeaderTitle(getTranslation("tickets.withdraw.title", ticket.key()));
        reason.setLabel(getTranslation("tickets.withdraw.comment"));
        reason.setWidthFull();
        reason.setManualValidation(true);
        DialogButtons.of(this, getTranslation("tickets.withdraw.confirm", ticket.key()), this::withdraw)
                .addThemeNames("error");
        add(new Paragraph(getTranslation("tickets.withdraw.effect", ticket.title())), reason);
    }

    private void withdraw() {
        String comment = reason.getValue().strip();
        try {
            if (Attempt.of(
                    () -> tickets.withdraw(ticket.key(), new WithdrawTicket(comment.isEmpty() ? null : comment)),
                    this::refuse)) {
                close();
                Notice.done(getTranslation("tickets.withdraw.done", ticket.key()));
            }
        } finally {
            changed.run(); // also when the review came first
        }
    }

    private void refuse(List<FieldError> errors) {
        reason.setInvalid(true);
        errors.forEach(error -> reason.setErrorMessage(texts.of(Formats.locale(), error)));
    }
}
