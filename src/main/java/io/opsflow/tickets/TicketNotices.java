package io.opsflow.tickets;

import io.opsflow.accounts.Notices;
import io.opsflow.workflow.Completion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells requesters how their ticket gets on, and engineers what concerns their work. */
@Component
class TicketNotices {

    private final Notices notices;

    TicketNotices(Notices notices) {
        this.notices = notices;
    }

    /** The ticket has just come to another state. */
    void moved(Ticket ticket, @Nullable Completion cause) {
        if (ticket.status() != TicketStatus.PENDING_REVIEW) {
            tell(ticket, ticket.creator(), toRequester(ticket));
        }
        String engineer = ticket.assignee();
        String message = toEngineer(ticket, cause == null ? "" : cause.action());
        if (engineer != null && message != null) {
            tell(ticket, engineer, message);
        }
    }

    private static String toRequester(Ticket ticket) {
        boolean refused = ticket.outcome() == TicketOutcome.REFUSED;
        return "tickets.notice." + (refused ? "refused" : ticket.status().code());
    }

    private static @Nullable String toEngineer(Ticket ticket, String action) {
        return switch (ticket.status()) {
            case ASSIGNED -> "tickets.notice.yours";
            case IN_PROGRESS -> action.equals("confirm") ? "tickets.notice.sent-back" : null;
            case CONFIRMED -> "tickets.notice.solution-confirmed";
            default -> null;
        };
    }

    private void tell(Ticket ticket, String username, String message) {
        notices.tell(username, message, List.of(ticket.key(), ticket.title()), "o/" + ticket.key());
    }
}
