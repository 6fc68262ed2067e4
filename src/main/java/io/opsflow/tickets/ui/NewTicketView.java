package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.opsflow.design.Attempt;
import io.opsflow.design.Card;
import io.opsflow.design.Go;
import io.opsflow.design.Kbd;
import io.opsflow.design.Notice;
import io.opsflow.design.PageHead;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.TicketKey;
import io.opsflow.tickets.Tickets;
import jakarta.annotation.security.RolesAllowed;

/** Files a ticket. */
@Route(TicketRoutes.NEW)
@Menu(title = "tickets.new.menu", order = 101, icon = "plus")
@RolesAllowed("tickets.create")
class NewTicketView extends Div implements HasDynamicTitle {

    private final Tickets tickets;
    private final TicketFields fields;
    private final Button submit = new Button();

    NewTicketView(Tickets tickets, Texts texts) {
        this.tickets = tickets;
        fields = new TicketFields(texts);
        submit.setText(getTranslation("tickets.new.submit"));
        submit.addClickListener(click -> submit());
        submit.addThemeNames("primary");
        submit.setDisableOnClick(true);
        submit.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).setResetFocusOnActiveElement(true);
        Button cancel = new Button(getTranslation("tickets.new.cancel"), click -> Go.to(TicketRoutes.LIST));
        cancel.addThemeNames("tertiary");
        Div actions = new Div(submit, cancel, Kbd.of("Ctrl ⏎"));
        actions.addClassName("ticket-form-actions");
        Paragraph lead = new Paragraph(getTranslation("tickets.new.lead"));
        lead.addClassName("ops-muted");
        Card card = new Card(getTranslation("tickets.new.card"), fields, actions);
        addClassNames("ops-page", "ticket-new");
        add(
                new PageHead(getTranslation("tickets.new.title"))
                        .crumb(TicketRoutes.LIST, getTranslation("tickets.crumb"), getTranslation("tickets.new.title")),
                lead,
                card);
    }

    private void submit() {
        try {
            Attempt.of(() -> filed(tickets.open(fields.opened()).key()), fields::refuse);
        } finally {
            submit.setEnabled(true);
        }
    }

    private void filed(TicketKey key) {
        Notice.done(getTranslation("tickets.new.done", key));
        Go.to(TicketRoutes.one(key));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tickets.new.title");
    }
}
