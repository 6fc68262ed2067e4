package io.opsflow.tickets.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.i18n.I18NProvider;
import io.opsflow.kernel.Texts;
import io.opsflow.tickets.TicketDetails;
import io.opsflow.tickets.Tickets;
import io.opsflow.workflow.Inbox;
import io.opsflow.workflow.OpenTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the reader can do with a ticket: the open tasks that are his, and what requesters can do beside the process. */
final class TicketActions {

    private static final String CORRECT = "correct";
    private static final String WITHDRAW = "withdraw";

    /** Actions with a name of their own; others, which a process owner has added, are called by their step. */
    private static final Set<String> NAMED =
            Set.of("review", "assign", "start", "handle", "confirm", CORRECT, WITHDRAW);

    private final Tickets tickets;
    private final Inbox inbox;
    private final Texts texts;
    private final Runnable changed;

    TicketActions(Tickets tickets, Inbox inbox, Texts texts, Runnable changed) {
        this.tickets = tickets;
        this.inbox = inbox;
        this.texts = texts;
        this.changed = changed;
    }

    /** Buttons, the primary one last. */
    List<Component> buttons(TicketSight now) {
        TicketDetails ticket = now.ticket();
        List<Component> buttons = new ArrayList<>();
        if (ticket.availableActions().contains(WITHDRAW)) {
            Button withdraw =
                    button(name(WITHDRAW, ""), () -> new WithdrawDialog(tickets, texts, ticket, changed).open());
            withdraw.addThemeNames("error");
            buttons.add(withdraw);
        }
        if (ticket.availableActions().contains(CORRECT)) {
            buttons.add(button(name(CORRECT, ""), () -> new CorrectDialog(tickets, texts, ticket, changed).open()));
        }
        for (OpenTask task : now.tasks()) {
            if (isOpen(task)) {
                buttons.add(button(
                        name(task.action(), task.stepName()) + "…",
                        () -> new TaskDialog(inbox, texts, task, changed).open()));
            }
        }
        long own = now.tasks().stream().filter(TicketActions::isOpen).count();
        if (own > 0) {
            Button primary = (Button) buttons.get(buttons.size() - 1);
            primary.addThemeNames("primary");
            primary.getElement().setAttribute("data-shortcut", "e");
        }
        return buttons;
    }

    /** The same in words. */
    List<String> words(TicketSight now) {
        List<String> words = new ArrayList<>();
        now.tasks().stream()
                .filter(TicketActions::isOpen)
                .forEach(task -> words.add(name(task.action(), task.stepName())));
        now.ticket().availableActions().stream()
                .filter(action -> CORRECT.equals(action) || WITHDRAW.equals(action))
                .forEach(action -> words.add(name(action, action)));
        return words;
    }

    private static boolean isOpen(OpenTask task) {
        return task.mine() && !task.suspended();
    }

    static String name(String action, String stepName) {
        return NAMED.contains(action) ? I18NProvider.translate("tickets.action." + action) : stepName;
    }

    private static Button button(String text, Runnable then) {
        return new Button(text, click -> then.run());
    }
}
